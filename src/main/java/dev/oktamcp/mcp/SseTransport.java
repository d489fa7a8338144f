package dev.oktamcp.mcp;

import static dev.oktamcp.mcp.ProtocolException.INVALID_REQUEST;

import dev.oktamcp.tool.Caller;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

import tools.jackson.databind.node.JsonNodeFactory;

/// The transport with two endpoints, a stream that is opened once and messages that are posted
/// beside it (2024-11-05, Transports, HTTP with SSE). Its messages have to come to the replica that
/// has the stream.
@Component
final class SseTransport {

    private static final String SESSION_ID = "sessionId";

    private final Sessions sessions;
    private final SessionMethods methods;
    private final SseConnections connections;
    private final NoticeStreams notices;
    private final ShownLists lists;
    private final CallsInProgress inProgress;
    private final EdgeLimits limits;
    private final McpProperties properties;

    SseTransport(
            Sessions sessions,
            SessionMethods methods,
            SseConnections connections,
            NoticeStreams notices,
            ShownLists lists,
            CallsInProgress inProgress,
            EdgeLimits limits,
            McpProperties properties) {
        this.sessions = sessions;
        this.methods = methods;
        this.connections = connections;
        this.notices = notices;
        this.lists = lists;
        this.inProgress = inProgress;
        this.limits = limits;
        this.properties = properties;
    }

    /// Opens the stream and says where messages go. Returns when it is over.
    ///
    /// @param messages the path for messages
    void open(
            Caller caller, String messages, HttpServletRequest http, HttpServletResponse response) {
        Incoming.checkAccepts(http, MediaType.TEXT_EVENT_STREAM_VALUE);
        limits.newSession(caller);
        var session =
                sessions.create(
                        JsonNodeFactory.instance.objectNode(), ProtocolVersions.V2024_11_05);
        var events = new EventStream(null);
        var subscription =
                new NoticeStream.Subscription(caller, Shown.Wanted.ALL, _ -> false, null, false);
        var shown = lists.of(caller);
        var stream = new NoticeStream(subscription, events, ClientConnection.of(http), shown);
        var connection = new SseConnection(session, events, stream);
        limits.stream(
                caller,
                () -> {
                    connections.add(connection);
                    try {
                        events.to(response, 0);
                        var id = sessions.seal(session, caller);
                        events.named("endpoint", messages + "?" + SESSION_ID + "=" + id);
                        notices.with(stream, () -> hold(stream, response));
                    } finally {
                        connection.close(() -> inProgress.ended(new SessionEnded(session.id())));
                        connections.remove(connection);
                    }
                });
    }

    private void hold(NoticeStream stream, HttpServletResponse response) {
        stream.hold(response, properties.keepAlive().toMillis());
    }

    /// Takes a message; what it is answered goes to the stream.
    void take(
            Message message, Caller caller, HttpServletRequest http, HttpServletResponse response) {
        var connection = connection(caller, http);
        if (message instanceof Message.Request request) {
            connection.begin();
            Thread.startVirtualThread(() -> {
                try {
                    answer(request, caller, connection);
                } finally {
                    connection.done();
                }
            });
        } else {
            methods.take(message, connection.session(), caller);
        }
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
    }

    private SseConnection connection(Caller caller, HttpServletRequest http) {
        return sessions.open(sessionId(http), caller)
                .flatMap(connections::of)
                .orElseThrow(SessionEra::noSession);
    }

    private static String sessionId(HttpServletRequest http) {
        try {
            var id = http.getParameter(SESSION_ID);
            if (id != null) {
                return id;
            }
        } catch (IllegalStateException e) {
            throw new ProtocolException(400, INVALID_REQUEST, "The query can't be read.");
        }
        throw new ProtocolException(400, INVALID_REQUEST, "sessionId is missing.");
    }

    private void answer(Message.Request request, Caller caller, SseConnection connection) {
        var reply = connection.reply();
        if (!"initialize".equals(request.method())) {
            methods.answer(request, connection.session(), caller, reply);
            return;
        }
        Guard.answering(
                request,
                reply,
                () -> {
                    var asked = request.params().path("protocolVersion").asString("");
                    var version = ProtocolVersions.negotiatedOverSse(asked);
                    connection.settled(methods.begin(request, caller, version));
                    methods.welcome(request, connection.session(), caller, reply);
                });
    }
}
