package dev.oktamcp.conformance;

import dev.oktamcp.tool.Content;
import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.Tool;
import dev.oktamcp.tool.ToolDefinition;
import dev.oktamcp.tool.ToolHandler;
import dev.oktamcp.tool.ToolResult;
import dev.oktamcp.tool.Toolset;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// Makes tools that need no org.
final class FixtureTools {

    private FixtureTools() {}

    static Tool tool(String name, ObjectNode inputSchema, ToolHandler handler) {
        return new Tool(
                new ToolDefinition(
                        name,
                        name,
                        "Fixture of the conformance suite.",
                        Toolset.SERVER,
                        Effect.READ,
                        List.of(),
                        List.of(),
                        Exposure.CORE,
                        inputSchema,
                        null),
                handler);
    }

    static ToolResult success(Content... content) {
        return ToolResult.Success.of(List.of(content));
    }

    /// The schema of a tool without arguments.
    static ObjectNode nothing() {
        var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        return schema.put("additionalProperties", false);
    }

    /// The schema of a tool with one argument, a text.
    static ObjectNode text(String name) {
        var schema = nothing();
        schema.putObject("properties")
                .putObject(name)
                .put("type", "string")
                .put("description", "What the client is asked. Example: Go on?");
        schema.putArray("required").add(name);
        return schema;
    }

    /// The object in `src/test/conformance/{name}.json` of the class path.
    static ObjectNode schema(String name) {
        var file = "/conformance/" + name + ".json";
        return (ObjectNode)
                JsonMapper.shared().readTree(FixtureTools.class.getResourceAsStream(file));
    }
}
