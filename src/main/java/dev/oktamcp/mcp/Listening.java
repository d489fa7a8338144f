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
    private static final String TOOLS = "toolsListChanged";
    private static final String PROMPTS = "promptsListChanged";
    private static final String RESOURCES = "resourcesListChanged";

    private static final String ACKNOWLEDGED = "notifications/subscriptions/acknowledged";

    private final NoticeStreams notices;
    private final ShownLists lists;
    private final Prompts prompts;
    private final Resources resources;
    private final EdgeLimits limits;
    private final McpProperties properties;

    Listening(
            NoticeStreams notices,
            ShownLists lists,
            Prompts prompts,
            Resources resources,
            EdgeLimits limits,
            McpProperties properties) {
        this.notices = notices;
        this.lists = lists;
        this.prompts = prompts;
        this.resources = resources;
        this.limits = limits;
        this.properties = properties;
    }

    /// Returns when the stream is over. Nothing is missed of what happens once it is acknowledged,
    /// and nothing comes before: what is told meanwhile waits until it is held.
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
        var news = wanted(wanted);
        var uris = uris(wanted.path("resourceSubscriptions"));
        var subscription =
                new NoticeStream.Subscription(caller, news, uris::contains, request.id(), false);
        var shown = lists.of(caller);
        var connection = ClientConnection.of(http);
        limits.stream(
                caller,
                () -> {
                    var stream = new NoticeStream(subscription, reply.open(), connection, shown);
                    notices.with(
                            stream,
                            () -> {
                                stream.begin(ACKNOWLEDGED, agreed(news, uris));
                                hold(stream, response, request, reply);
                            });
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

    /// Of lists that there are.
    private Shown.Wanted wanted(ObjectNode given) {
        return new Shown.Wanted(
                given.path(TOOLS).asBoolean(false),
                given.path(PROMPTS).asBoolean(false) && !prompts.isEmpty(),
                given.path(RESOURCES).asBoolean(false) && !resources.isEmpty());
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

    private static ObjectNode agreed(Shown.Wanted news, Set<String> uris) {
        var params = JsonNodeFactory.instance.objectNode();
        var notifications = params.putObject("notifications");
        agree(notifications, TOOLS, news.tools());
        agree(notifications, PROMPTS, news.prompts());
        agree(notifications, RESOURCES, news.resources());
        if (!uris.isEmpty()) {
            var subscribed = notifications.putArray("resourceSubscriptions");
            uris.forEach(subscribed::add);
        }
        return params;
    }

    private static void agree(ObjectNode notifications, String list, boolean agreed) {
        if (agreed) {
            notifications.put(list, true);
        }
    }

    private static ObjectNode ended(JsonNode id) {
        var result = JsonNodeFactory.instance.objectNode().put("resultType", "complete");
        result.putObject("_meta").set(RequestMeta.SUBSCRIPTION, id);
        return Replies.result(id, result);
    }
}
