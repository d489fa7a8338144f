package dev.oktamcp.mcp;

import dev.oktamcp.tool.LogLevel;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.Locale;

/// What is told of a call before its end, to a client that asked for it.
final class Notices {

    private final Reply reply;
    private final @Nullable JsonNode progressToken;
    private final @Nullable LogLevel least;
    private double told = Double.NEGATIVE_INFINITY;

    /// @param progressToken null where no progress is asked for
    /// @param least null where no messages are asked for
    Notices(Reply reply, @Nullable JsonNode progressToken, @Nullable LogLevel least) {
        this.reply = reply;
        this.progressToken = progressToken;
        this.least = least;
    }

    /// Only what has increased is told (2025-11-25, Progress, Progress Flow).
    synchronized void progress(double done, @Nullable Double total, String message) {
        if (progressToken == null || done <= told) {
            return;
        }
        told = done;
        var params = JsonNodeFactory.instance.objectNode();
        params.set("progressToken", progressToken);
        params.put("progress", done);
        if (total != null) {
            params.put("total", total);
        }
        params.put("message", message);
        reply.send(Replies.notification("notifications/progress", params));
    }

    void log(LogLevel level, String logger, String message) {
        if (least == null || level.compareTo(least) < 0) {
            return;
        }
        var params =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("level", level.name().toLowerCase(Locale.ROOT))
                        .put("logger", logger)
                        .put("data", message);
        reply.send(Replies.notification("notifications/message", params));
    }
}
