package dev.oktamcp.mcp;

import static dev.oktamcp.mcp.ProtocolException.INVALID_REQUEST;

import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.Toolset;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The one endpoint for all eras: takes a message in by HTTP and answers on the same thread.
@Controller
final class McpController {

    private final Incoming incoming;
    private final SessionEra sessionEra;
    private final StatelessEra statelessEra;
    private final EdgeLimits limits;

    McpController(
            Incoming incoming,
            SessionEra sessionEra,
            StatelessEra statelessEra,
            EdgeLimits limits) {
        this.incoming = incoming;
        this.sessionEra = sessionEra;
        this.statelessEra = statelessEra;
        this.limits = limits;
    }

    @RequestMapping(path = "/mcp/{id}", method = RequestMethod.POST)
    void post(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        var message = incoming.read(caller, request);
        try {
            handle(message, caller, request, response);
        } catch (ProtocolException e) {
            throw e.to(message);
        }
    }

    /// Of a header that decides, there is one: readers may differ in which of two they take.
    private void handle(
            Message message,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        Incoming.checkAccepts(
                request, MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE);
        var _ = Headers.single(request, Headers.VERSION);
        var _ = Headers.single(request, SessionEra.SESSION);
        if (StatelessEra.speaks(message, request)) {
            statelessEra.handle(message, caller, request, response);
        } else {
            sessionEra.handle(message, caller, request, response);
        }
    }

    /// In 2026-07-28 there is neither GET nor DELETE (Streamable HTTP, Earlier Revisions).
    @RequestMapping(
            path = "/mcp/{id}",
            method = {RequestMethod.GET, RequestMethod.DELETE})
    void ofSession(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (request.getHeader(SessionEra.SESSION) == null) {
            notAllowed(response);
            return;
        }
        limits.count(caller);
        if (request.getMethod().equals("GET")) {
            sessionEra.listen(caller, request, response);
        } else {
            sessionEra.end(caller, request);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }

    /// What narrows a URL is taken out of it before: what is left narrows nothing.
    @RequestMapping({"/mcp/{id}/x", "/mcp/{id}/x/**"})
    void nothingThere() {
        var toolsets =
                Stream.of(Toolset.values()).map(Toolset::tag).collect(Collectors.joining(", "));
        throw new ProtocolException(
                404,
                INVALID_REQUEST,
                "Behind the secret may stand /x/ with one toolset, then /readonly. Toolsets are: %s."
                        .formatted(toolsets));
    }

    @RequestMapping(
            path = "/mcp/{id}",
            method = {
                RequestMethod.HEAD,
                RequestMethod.PUT,
                RequestMethod.PATCH,
                RequestMethod.OPTIONS
            })
    void notAllowed(HttpServletResponse response) {
        response.setHeader(HttpHeaders.ALLOW, "POST, GET, DELETE");
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
}
