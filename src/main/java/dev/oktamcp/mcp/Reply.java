package dev.oktamcp.mcp;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// The reply to one request: plain JSON, unless something has to be said before the end; from then
/// on a stream of server-sent events. Its methods may be called from several threads.
final class Reply {

    private final HttpServletResponse response;
    private boolean streams;
    private boolean over;

    Reply(HttpServletResponse response) {
        this.response = response;
    }

    /// A notification or a question, before the end.
    synchronized void send(ObjectNode message) {
        startStream();
        event("event: message\ndata: " + message + "\n\n");
    }

    /// Keeps proxies from closing a silent stream.
    synchronized void keepAlive() {
        if (streams) {
            event(": keep-alive\n\n");
        }
    }

    /// A header of the HTTP response, where it is plain JSON; a stream's are sent before anything
    /// is known.
    synchronized void header(String name, String value) {
        if (!streams && !over) {
            response.setHeader(name, value);
        }
    }

    /// The response, after which there is nothing.
    synchronized void finish(ObjectNode message) {
        if (over) {
            return;
        }
        if (streams) {
            event("event: message\ndata: " + message + "\n\n");
        } else {
            json(message.toString().getBytes(StandardCharsets.UTF_8));
        }
        over = true;
    }

    /// Ends without a response: the client took its request back (2025-11-25, Cancellation).
    synchronized void abandon() {
        startStream();
        over = true;
    }

    private void startStream() {
        if (streams || over) {
            return;
        }
        streams = true;
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("X-Accel-Buffering", "no");
    }

    private void json(byte[] message) {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(message.length);
        write(message);
    }

    private void event(String text) {
        if (!over) {
            write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// A client that is gone is no reason to stop the call: in this era only it can say so.
    private void write(byte[] bytes) {
        try {
            response.getOutputStream().write(bytes);
            response.flushBuffer();
        } catch (IOException e) {
            over = true;
        }
    }
}
