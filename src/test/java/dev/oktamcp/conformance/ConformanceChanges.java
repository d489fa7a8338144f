package dev.oktamcp.conformance;

import static dev.oktamcp.conformance.FixtureTools.nothing;
import static dev.oktamcp.conformance.FixtureTools.success;
import static dev.oktamcp.conformance.FixtureTools.tool;

import dev.oktamcp.server.ServerChanges;
import dev.oktamcp.server.ServerDefinition;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.server.Servers;
import dev.oktamcp.server.StoredServer;
import dev.oktamcp.tool.Content;
import dev.oktamcp.tool.Tool;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolResult;
import dev.oktamcp.tool.ToolSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Profile;

import java.util.HashSet;
import java.util.List;

/// The suite's tool after which the list of tools is another one: it hides a tool of its MCP server
/// as an administrator would, or shows it again.
@Profile("conformance")
@TestConfiguration(proxyBeanMethods = false)
public final class ConformanceChanges implements ToolSource {

    private static final String HIDDEN_AND_SHOWN = "test_logging_tool";

    private final ObjectProvider<Servers> servers;
    private final ObjectProvider<ServerChanges> changes;

    ConformanceChanges(ObjectProvider<Servers> servers, ObjectProvider<ServerChanges> changes) {
        this.servers = servers;
        this.changes = changes;
    }

    @Override
    public List<Tool> tools() {
        return List.of(tool("test_trigger_tool_change", nothing(), this::change));
    }

    private ToolResult change(ToolCall call) {
        var stored = servers.getObject().find(call.caller().server().id()).orElseThrow();
        var _ = changes.getObject().update(stored, changed(stored)).orElseThrow();
        return success(new Content.Text("Changed the list."));
    }

    private static ServerDefinition changed(StoredServer stored) {
        var definition = stored.definition();
        var config = definition.config();
        var filter = config.filter();
        var exclude = new HashSet<>(filter.exclude());
        if (!exclude.remove(HIDDEN_AND_SHOWN)) {
            exclude.add(HIDDEN_AND_SHOWN);
        }
        return new ServerDefinition(
                definition.id(),
                definition.connectionId(),
                definition.name(),
                new Config(
                        new Filter(
                                filter.methods(),
                                filter.tags(),
                                filter.include(),
                                exclude,
                                filter.hiddenFields()),
                        config.toolExposure(),
                        config.requireApiTokenAuth()),
                definition.expiresAt());
    }
}
