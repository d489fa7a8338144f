package dev.oktamcp.mcp;

import static dev.oktamcp.mcp.ProtocolException.INVALID_REQUEST;

import dev.oktamcp.tool.Caller;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The protocol with `initialize` and sessions over one endpoint: 2025-03-26 to 2025-11-25.
@Component
final class SessionEra {

    static final String SESSION = "Mcp-Session-Id";

    private final Sessions sessions;
    private final SessionMethods methods;
    private final SessionStreams streams;
    private final EndedSessions ended;
    private final ResumableReplies resumable;

    SessionEra(
            Sessions sessions,
            SessionMethods methods,
            SessionStreams streams,
            EndedSessions ended,
            ResumableReplies resumable) {
        this.sessions = sessions;
        this.methods = methods;
        this.streams = streams;
        this.ended = ended;
        this.resumable = resumable;
    }

    void handle(
            Message message, Caller caller, HttpServletRequest http, HttpServletResponse response) {
        if (message instanceof Message.Request request && "initialize".equals(request.method())) {
            initialize(request, caller, response);
            return;
        }
        var session = session(caller, http);
        if (message instanceof Message.Request request) {
            var reply =
                    new HttpReply(response, () -> resumable.create(session, caller.server().id()));
            methods.answer(request, session, caller, reply);
        } else {
            methods.take(message, session, caller);
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
        }
    }

    private void initialize(Message.Request request, Caller caller, HttpServletResponse response) {
        var asked = request.params().path("protocolVersion").asString("");
        var session = methods.begin(request, caller, ProtocolVersions.negotiated(asked));
        response.setHeader(SESSION, sessions.seal(session, caller));
        methods.welcome(request, session, caller, new HttpReply(response));
    }

    /// Opens the stream on which a session is told what has changed, or goes on with one that was
    /// cut off.
    void listen(Caller caller, HttpServletRequest http, HttpServletResponse response) {
        streams.hold(session(caller, http), caller, http, response);
    }

    void end(Caller caller, HttpServletRequest http) {
        ended.end(session(caller, http), caller);
    }

    /// @throws ProtocolException 400 where the header is missing, 404 where the session is not good
    private Session session(Caller caller, HttpServletRequest http) {
        checkVersion(http.getHeader(Headers.VERSION));
        var id = http.getHeader(SESSION);
        if (id == null) {
            throw new ProtocolException(
                    400,
                    INVALID_REQUEST,
                    "The header Mcp-Session-Id is missing: begin with initialize.");
        }
        return sessions.open(id, caller).orElseThrow(SessionEra::noSession);
    }

    static ProtocolException noSession() {
        return new ProtocolException(
                404,
                INVALID_REQUEST,
                "This session has ended or is unknown: begin a new one with initialize.");
    }

    /// Without the header, 2025-03-26 is assumed (2025-11-25, Transports, Protocol Version Header).
    private static void checkVersion(@Nullable String version) {
        if (version != null && !ProtocolVersions.ofSessions(version)) {
            throw new ProtocolException(
                    400,
                    INVALID_REQUEST,
                    "The protocol version in MCP-Protocol-Version is not spoken here.");
        }
    }
}
