package dev.oktamcp.mcp;

import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.ToolCatalog;
import dev.oktamcp.tool.ToolDefinition;

import org.springframework.stereotype.Component;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `tools/list`: what exists for a caller, in alphabetical order.
@Component
final class ToolList {

    private final ToolCatalog catalog;

    ToolList(ToolCatalog catalog) {
        this.catalog = catalog;
    }

    ObjectNode of(Caller caller) {
        var result = JsonNodeFactory.instance.objectNode();
        var tools = result.putArray("tools");
        for (var tool : catalog.all()) {
            var definition = tool.definition();
            if (caller.filter().lists(definition) && caller.filter().hides(definition).isEmpty()) {
                tools.add(described(definition));
            }
        }
        return result;
    }

    static ObjectNode described(ToolDefinition definition) {
        var tool = JsonNodeFactory.instance.objectNode();
        tool.put("name", definition.name());
        tool.put("title", definition.title());
        tool.put("description", definition.description());
        tool.set("inputSchema", definition.inputSchema());
        var outputSchema = definition.outputSchema();
        if (outputSchema != null) {
            tool.set("outputSchema", outputSchema);
        }
        tool.putObject("annotations")
                .put("title", definition.title())
                .put("readOnlyHint", definition.effect() == Effect.READ)
                .put("destructiveHint", definition.effect() == Effect.DESTROY)
                .put("idempotentHint", definition.idempotent())
                .put("openWorldHint", true);
        return tool;
    }
}
