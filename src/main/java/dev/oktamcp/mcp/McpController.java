package dev.oktamcp.mcp;

import static dev.oktamcp.mcp.ProtocolException.INTERNAL_ERROR;
import static dev.oktamcp.mcp.ProtocolException.INVALID_REQUEST;

import dev.oktamcp.tool.Caller;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// The one endpoint: takes a message in by HTTP and answers on the same thread.
@Controller
final class McpController {

    private static final Logger log = LoggerFactory.getLogger(McpController.class);

    private final MessageReader reader;
    private final SessionEra sessionEra;
    private final long maxMessage;

    McpController(MessageReader reader, SessionEra sessionEra, McpProperties properties) {
        this.reader = reader;
        this.sessionEra = sessionEra;
        this.maxMessage = properties.maxMessage().toBytes();
    }

    @RequestMapping(path = "/mcp/{token}", method = RequestMethod.POST)
    void post(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        checkTypes(request);
        sessionEra.handle(reader.read(body(request)), caller, request, response);
    }

    @RequestMapping(path = "/mcp/{token}", method = RequestMethod.DELETE)
    void delete(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        sessionEra.end(caller, request);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /// Nothing is sent outside the reply to a request, so there is no stream to open (2025-11-25,
    /// Transports, Listening for Messages from the Server).
    @RequestMapping(
            path = "/mcp/{token}",
            method = {
                RequestMethod.GET,
                RequestMethod.HEAD,
                RequestMethod.PUT,
                RequestMethod.PATCH
            })
    void other(HttpServletResponse response) {
        response.setHeader(HttpHeaders.ALLOW, "POST, DELETE");
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    private static void checkTypes(HttpServletRequest request) {
        var type = request.getContentType();
        if (type == null
                || !type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON_VALUE)) {
            throw new ProtocolException(
                    415, INVALID_REQUEST, "Content-Type must be application/json.");
        }
        var accept = String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).toLowerCase(Locale.ROOT);
        var both = List.of(MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE);
        if (!both.stream().allMatch(accept::contains)) {
            throw new ProtocolException(
                    406,
                    INVALID_REQUEST,
                    "Accept must name application/json and text/event-stream.");
        }
    }

    private byte[] body(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes((int) maxMessage + 1);
        if (body.length > maxMessage) {
            throw new ProtocolException(
                    413,
                    INVALID_REQUEST,
                    "The message is larger than %d bytes.".formatted(maxMessage));
        }
        return body;
    }

    @ExceptionHandler
    void refused(ProtocolException e, HttpServletResponse response) {
        response.setStatus(e.status());
        new Reply(response).finish(Replies.error(e.id(), e.code(), e.words()));
    }

    @ExceptionHandler
    void failed(RuntimeException e, HttpServletResponse response) {
        log.error("A message could not be handled", e);
        if (!response.isCommitted()) {
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            new Reply(response)
                    .finish(
                            Replies.error(
                                    null,
                                    INTERNAL_ERROR,
                                    "The server made a mistake; its log has the cause."));
        }
    }
}
