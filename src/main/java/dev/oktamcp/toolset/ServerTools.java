package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolCatalog;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the server tells of itself.
@ToolsOf(Toolset.SERVER)
final class ServerTools {

    /// Asked for late: the catalogue is made of this tool too.
    private final ObjectProvider<ToolCatalog> catalog;

    ServerTools(ObjectProvider<ToolCatalog> catalog) {
        this.catalog = catalog;
    }

    /// @param hiddenTools how many tools each part of the filter hides
    record ServerInfo(
            String name,
            String org,
            List<String> methods,
            List<String> tags,
            @JsonProperty("expires_at") @Nullable Instant expiresAt,
            @JsonProperty("visible_tools") int visibleTools,
            @JsonProperty("hidden_tools") SortedMap<String, Integer> hiddenTools) {}

    @ReadTool(
            name = "get_server_info",
            title = "Get server info",
            description =
                    "Returns what this MCP server is: its org, methods, tags and expiry, how many"
                        + " tools it shows, and how many it hides for which cause. Use it when a"
                        + " tool seems to be missing. An administrator can widen it.")
    ServerInfo getServerInfo(ToolCall call) {
        var server = call.caller().server();
        var hidden = new TreeMap<String, Integer>();
        var visible = 0;
        for (var tool : catalog.getObject().all()) {
            var cause = call.caller().filter().hides(tool.definition());
            if (cause.isPresent()) {
                hidden.merge(cause.get().name().toLowerCase(Locale.ROOT), 1, Integer::sum);
            } else {
                visible++;
            }
        }
        return new ServerInfo(
                server.name(),
                server.orgUrl(),
                server.methods(),
                server.tags(),
                server.expiresAt(),
                visible,
                hidden);
    }
}
