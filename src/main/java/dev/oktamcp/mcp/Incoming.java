package dev.oktamcp.mcp;

import static dev.oktamcp.mcp.ProtocolException.INVALID_REQUEST;

import dev.oktamcp.tool.Caller;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Locale;

/// Takes a message out of an HTTP request, within the limits of its MCP server.
@Component
final class Incoming {

    private static final int PIECE = 8 << 10;

    private final MessageReader reader;
    private final EdgeLimits limits;
    private final int maxMessage;
    private final long mostNanos;

    Incoming(MessageReader reader, EdgeLimits limits, McpProperties properties) {
        this.reader = reader;
        this.limits = limits;
        this.maxMessage = (int) properties.maxMessage().toBytes();
        this.mostNanos = properties.messageTimeout().toNanos();
    }

    /// @throws ProtocolException for what is not one valid message, or too much
    Message read(Caller caller, HttpServletRequest request) {
        limits.count(caller);
        if (!isJson(request.getContentType())) {
            throw new ProtocolException(
                    415, INVALID_REQUEST, "Content-Type must be application/json.");
        }
        return limits.read(caller, () -> reader.read(body(request)));
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            return contentType != null
                    && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(
                            MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /// @throws ProtocolException 406 where the client does not take what it may get
    static void checkAccepts(HttpServletRequest request, String... types) {
        var accept =
                String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT)))
                        .toLowerCase(Locale.ROOT);
        for (var type : types) {
            if (!accept.contains(type)) {
                throw new ProtocolException(
                        406,
                        INVALID_REQUEST,
                        "Accept must name %s.".formatted(String.join(" and ", types)));
            }
        }
    }

    private byte[] body(HttpServletRequest request) {
        try {
            return read(request.getInputStream());
        } catch (IOException e) {
            throw new ProtocolException(
                    400, INVALID_REQUEST, "The body could not be read to its end.");
        }
    }

    /// In pieces, as they come: a client that sends byte by byte must not hold its place for ever.
    private byte[] read(InputStream in) throws IOException {
        var began = System.nanoTime();
        var body = new ByteArrayOutputStream();
        var piece = new byte[PIECE];
        for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
            body.write(piece, 0, length);
            if (body.size() > maxMessage) {
                throw refused(413, "The message is larger than %d bytes.".formatted(maxMessage));
            }
            if (System.nanoTime() - began > mostNanos) {
                throw refused(408, "The message takes too long to come.");
            }
        }
        return body.toByteArray();
    }

    private static ProtocolException refused(int status, String why) {
        return new ProtocolException(status, INVALID_REQUEST, why);
    }
}
