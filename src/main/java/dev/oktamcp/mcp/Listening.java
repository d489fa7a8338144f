package dev.oktamcp.mcp;

import dev.oktamcp.tool.Caller;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashSet;
import java.util.Set;

/// `subscriptions/listen`: a request whose reply is a stream of what has changed (2026-07-28,
/// Subscriptions).
@Component
final class Listening {

    private static final int MOST_RESOURCES = 100;

    private final NoticeStreams notices;
    private final ToolList toolList;
    private final Resources resources;
    private final EdgeLimits limits;
    private final McpProperties properties;

    Listening(
            NoticeStreams notices,
            ToolList toolList,
            Resources resources,
            EdgeLimits limits,
            McpProperties properties) {
        this.notices = notices;
        this.toolList = toolList;
        this.resources = resources;
        this.limits = limits;
        this.properties = properties;
    }

    /// Returns when the stream is over.
    ///
    /// @throws ProtocolException where it is not said what for
    void hold(
            Message.Request request,
            Caller caller,
            HttpServletRequest http,
            HttpServletResponse response,
            HttpReply reply) {
        if (!(request.params().get("notifications") instanceof ObjectNode wanted)) {
            throw ProtocolException.params("\"notifications\" must be an object.");
        }
        var tools = wanted.path("toolsListChanged").asBoolean(false);
        var uris = uris(wanted.path("resourceSubscriptions"));
        var subscription =
                new NoticeStream.Subscription(caller, tools, uris::contains, request.id(), false);
        var digest = toolList.of(caller).digest();
        var connection = ClientConnection.of(http);
        limits.stream(
                caller,
                () -> {
                    var stream = new NoticeStream(subscription, reply.open(), connection, digest);
                    stream.begin("notifications/subscriptions/acknowledged", agreed(tools, uris));
                    notices.with(stream, () -> hold(stream, response, request, reply));
                });
    }

    private void hold(
            NoticeStream stream,
            HttpServletResponse response,
            Message.Request request,
            HttpReply reply) {
        if (stream.hold(response, properties.keepAlive().toMillis())) {
            reply.finish(ended(request.id()));
        }
    }

    /// Without resources there is nothing to subscribe to.
    private Set<String> uris(JsonNode given) {
        var uris = new LinkedHashSet<String>();
        if (!resources.isEmpty()) {
            given.values().stream()
                    .limit(MOST_RESOURCES)
                    .forEach(uri -> uris.add(Resources.toHearOf(uri)));
        }
        return uris;
    }

    private static ObjectNode agreed(boolean tools, Set<String> uris) {
        var params = JsonNodeFactory.instance.objectNode();
        var notifications = params.putObject("notifications");
        if (tools) {
            notifications.put("toolsListChanged", true);
        }
        if (!uris.isEmpty()) {
            var subscribed = notifications.putArray("resourceSubscriptions");
            uris.forEach(subscribed::add);
        }
        return params;
    }

    private static ObjectNode ended(JsonNode id) {
        var result = JsonNodeFactory.instance.objectNode().put("resultType", "complete");
        result.putObject("_meta").set(RequestMeta.SUBSCRIPTION, id);
        return Replies.result(id, result);
    }
}
