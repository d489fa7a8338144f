package dev.oktamcp.mcp;

import static dev.oktamcp.mcp.ProtocolException.INTERNAL_ERROR;
import static dev.oktamcp.mcp.ProtocolException.INVALID_REQUEST;

import dev.oktamcp.store.DatabaseAway;
import dev.oktamcp.tool.Caller;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// The one endpoint: takes a message in by HTTP and answers on the same thread.
@Controller
final class McpController {

    private static final Logger log = LoggerFactory.getLogger(McpController.class);

    private static final String MISTAKE = "The server made a mistake; its log has the cause.";

    private final MessageReader reader;
    private final SessionEra sessionEra;
    private final EdgeLimits limits;
    private final long maxMessage;

    McpController(
            MessageReader reader,
            SessionEra sessionEra,
            EdgeLimits limits,
            McpProperties properties) {
        this.limits = limits;
        this.reader = reader;
        this.sessionEra = sessionEra;
        this.maxMessage = properties.maxMessage().toBytes();
    }

    @RequestMapping(path = "/mcp/{id}", method = RequestMethod.POST)
    void post(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        limits.count(caller);
        checkTypes(request);
        var message = limits.read(caller, () -> reader.read(body(request)));
        sessionEra.handle(message, caller, request, response);
    }

    @RequestMapping(path = "/mcp/{id}", method = RequestMethod.DELETE)
    void delete(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (request.getHeader(SessionEra.SESSION) == null) {
            other(response);
            return;
        }
        limits.count(caller);
        sessionEra.end(caller, request);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /// Nothing is sent outside the reply to a request, so there is no stream to open (2025-11-25,
    /// Transports, Listening for Messages from the Server).
    @RequestMapping(
            path = "/mcp/{id}",
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
        if (!isJson(request.getContentType())) {
            throw new ProtocolException(
                    415, INVALID_REQUEST, "Content-Type must be application/json.");
        }
        var accept =
                String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT)))
                        .toLowerCase(Locale.ROOT);
        var both = List.of(MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE);
        if (!both.stream().allMatch(accept::contains)) {
            throw new ProtocolException(
                    406,
                    INVALID_REQUEST,
                    "Accept must name application/json and text/event-stream.");
        }
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

    private byte[] body(HttpServletRequest request) {
        try {
            var body = request.getInputStream().readNBytes((int) maxMessage + 1);
            if (body.length > maxMessage) {
                throw new ProtocolException(
                        413,
                        INVALID_REQUEST,
                        "The message is larger than %d bytes.".formatted(maxMessage));
            }
            return body;
        } catch (IOException e) {
            throw new ProtocolException(
                    400, INVALID_REQUEST, "The body could not be read to its end.");
        }
    }

    @ExceptionHandler
    void refused(ProtocolException e, HttpServletResponse response) {
        response.setStatus(e.status());
        if (e.status() == 429) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        }
        new Reply(response).finish(Replies.error(e.id(), e.code(), e.words()));
    }

    @ExceptionHandler
    void failed(RuntimeException e, HttpServletResponse response) {
        log.error("A message could not be handled", e);
        if (response.isCommitted()) {
            return;
        }
        if (DatabaseAway.causes(e)) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader(HttpHeaders.RETRY_AFTER, DatabaseAway.RETRY_AFTER);
            new Reply(response).finish(Replies.error(null, INTERNAL_ERROR, DatabaseAway.AMID));
        } else {
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            new Reply(response).finish(Replies.error(null, INTERNAL_ERROR, MISTAKE));
        }
    }
}
