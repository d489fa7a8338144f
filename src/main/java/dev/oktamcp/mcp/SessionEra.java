package dev.oktamcp.mcp;

import static dev.oktamcp.mcp.ProtocolException.INVALID_REQUEST;
import static dev.oktamcp.mcp.ProtocolException.METHOD_NOT_FOUND;

import dev.oktamcp.tool.Caller;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The protocol with `initialize` and sessions: 2025-03-26 to 2025-11-25.
@Component
final class SessionEra {

    static final String SESSION = "Mcp-Session-Id";
    static final String VERSION = "MCP-Protocol-Version";

    private static final String INSTRUCTIONS =
            "Works with one Okta org: users, groups and the System Log. Lists come in pages: go on"
                    + " with next_cursor while has_more is true. Look an id up before changing"
                    + " anything. get_server_info tells what this URL may do.";

    private final Sessions sessions;
    private final ToolList toolList;
    private final ToolCalls toolCalls;
    private final CallsInProgress inProgress;
    private final Questions questions;
    private final EdgeLimits limits;
    private final String serverVersion;

    SessionEra(
            Sessions sessions,
            ToolList toolList,
            ToolCalls toolCalls,
            CallsInProgress inProgress,
            Questions questions,
            EdgeLimits limits,
            @Value("${okta-mcp.version}") String serverVersion) {
        this.sessions = sessions;
        this.toolList = toolList;
        this.toolCalls = toolCalls;
        this.inProgress = inProgress;
        this.questions = questions;
        this.limits = limits;
        this.serverVersion = serverVersion;
    }

    void handle(
            Message message, Caller caller, HttpServletRequest http, HttpServletResponse response) {
        if (message instanceof Message.Request request && "initialize".equals(request.method())) {
            initialize(request, caller, response);
            return;
        }
        var session = session(caller, http);
        switch (message) {
            case Message.Request request -> answer(request, session, caller, new Reply(response));
            case Message.Notification notification -> {
                noted(notification, session);
                response.setStatus(HttpServletResponse.SC_ACCEPTED);
            }
            case Message.Response answer -> {
                questions.answered(answer, session);
                response.setStatus(HttpServletResponse.SC_ACCEPTED);
            }
        }
    }

    void end(Caller caller, HttpServletRequest http) {
        var session = session(caller, http);
        sessions.end(session);
        inProgress.cancelAll(session);
    }

    private void initialize(Message.Request request, Caller caller, HttpServletResponse response) {
        var session = sessions.create(request.params());
        var result = JsonNodeFactory.instance.objectNode();
        result.put("protocolVersion", session.version());
        result.putObject("capabilities").putObject("tools");
        result.putObject("serverInfo")
                .put("name", "okta-mcp-server")
                .put("title", "Okta")
                .put("version", serverVersion);
        result.put("instructions", INSTRUCTIONS);
        response.setHeader(SESSION, sessions.seal(session, caller));
        new Reply(response).finish(Replies.result(request.id(), result));
    }

    /// @throws ProtocolException 400 where the header is missing, 404 where the session is not good
    private Session session(Caller caller, HttpServletRequest http) {
        checkVersion(http.getHeader(VERSION));
        var id = http.getHeader(SESSION);
        if (id == null) {
            throw new ProtocolException(
                    400,
                    INVALID_REQUEST,
                    "The header Mcp-Session-Id is missing: begin with initialize.");
        }
        return sessions.open(id, caller)
                .orElseThrow(() ->
                        new ProtocolException(
                                404,
                                INVALID_REQUEST,
                                "This session has ended or is unknown: begin a new one with"
                                        + " initialize."));
    }

    /// Without the header, 2025-03-26 is assumed (2025-11-25, Transports, Protocol Version Header).
    private static void checkVersion(@Nullable String version) {
        if (version != null && !ProtocolVersions.spoken(version)) {
            throw new ProtocolException(
                    400,
                    INVALID_REQUEST,
                    "The protocol version in MCP-Protocol-Version is not spoken here.");
        }
    }

    private void answer(Message.Request request, Session session, Caller caller, Reply reply) {
        switch (request.method()) {
            case "ping" -> reply.finish(Replies.result(request.id(), empty()));
            case "tools/list" -> reply.finish(Replies.result(request.id(), toolList.of(caller)));
            case "tools/call" ->
                    limits.call(caller, () -> toolCalls.call(request, session, caller, reply));
            default ->
                    throw ProtocolException.reply(
                            request.id(), METHOD_NOT_FOUND, "Unknown method: " + request.method());
        }
    }

    private void noted(Message.Notification notification, Session session) {
        var requestId = notification.params().get("requestId");
        if ("notifications/cancelled".equals(notification.method()) && requestId != null) {
            inProgress.cancel(session, requestId);
        }
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
