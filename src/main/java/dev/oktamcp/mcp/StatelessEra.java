package dev.oktamcp.mcp;

import static dev.oktamcp.mcp.ProtocolException.INVALID_PARAMS;
import static dev.oktamcp.mcp.ProtocolException.INVALID_REQUEST;
import static dev.oktamcp.mcp.ProtocolException.METHOD_NOT_FOUND;
import static dev.oktamcp.mcp.ProtocolException.UNSUPPORTED_VERSION;

import dev.oktamcp.tool.Caller;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;

import tools.jackson.databind.node.JsonNodeFactory;

/// The protocol in which each request says all of itself: 2026-07-28.
@Component
final class StatelessEra {

    private final StatelessMethods methods;
    private final Listening listening;

    StatelessEra(StatelessMethods methods, Listening listening) {
        this.methods = methods;
        this.listening = listening;
    }

    /// Whether a message is meant for this era (2026-07-28, Versioning and Compatibility).
    static boolean speaks(Message message, HttpServletRequest http) {
        if (ProtocolVersions.V2026_07_28.equals(http.getHeader(Headers.VERSION))) {
            return true;
        }
        return message instanceof Message.Request request
                && (request.params().path("_meta").has(RequestMeta.VERSION)
                        || "server/discover".equals(request.method()));
    }

    void handle(
            Message message, Caller caller, HttpServletRequest http, HttpServletResponse response) {
        switch (message) {
            case Message.Request request -> {
                var reply = new HttpReply(response);
                Guard.answering(
                        request, reply, () -> answer(request, caller, http, response, reply));
            }
            case Message.Notification notification ->
                    response.setStatus(HttpServletResponse.SC_ACCEPTED);
            case Message.Response answer ->
                    throw new ProtocolException(
                            400, INVALID_REQUEST, "In this version, clients send no responses.");
        }
    }

    private void answer(
            Message.Request request,
            Caller caller,
            HttpServletRequest http,
            HttpServletResponse response,
            HttpReply reply) {
        check(request, http);
        if ("subscriptions/listen".equals(request.method())) {
            listening.hold(request, caller, http, response, reply);
        } else if (!methods.answer(request, caller, http, reply)) {
            throw new ProtocolException(404, METHOD_NOT_FOUND, "There is no such method.");
        }
    }

    /// The version first: what another one wants besides is not known here.
    private static void check(Message.Request request, HttpServletRequest http) {
        var meta = request.params().path("_meta");
        var version = meta.path(RequestMeta.VERSION);
        if (!version.isString()) {
            throw missing(RequestMeta.VERSION);
        }
        Headers.checkVersion(http, version);
        if (!ProtocolVersions.V2026_07_28.equals(version.asString())) {
            throw unsupported(version.asString());
        }
        if (!meta.path(RequestMeta.CAPABILITIES).isObject()) {
            throw missing(RequestMeta.CAPABILITIES);
        }
        Headers.check(request, http);
    }

    private static ProtocolException missing(String key) {
        return new ProtocolException(400, INVALID_PARAMS, "\"_meta\" must have %s.".formatted(key));
    }

    private static ProtocolException unsupported(String version) {
        var data = JsonNodeFactory.instance.objectNode();
        var supported = data.putArray("supported");
        ProtocolVersions.all().forEach(supported::add);
        data.put("requested", version);
        return new ProtocolException(
                        400,
                        UNSUPPORTED_VERSION,
                        "The protocol version is not spoken here in this form; those with"
                                + " initialize begin with it.")
                .with(data);
    }
}
