package dev.oktamcp.catalog;

import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.OperationToolSource;
import dev.oktamcp.tool.Tool;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolDefinition;
import dev.oktamcp.tool.ToolHandler;
import dev.oktamcp.tool.ToolResult;
import dev.oktamcp.tool.ToolSource;
import dev.oktamcp.tool.Toolset;

import org.springframework.stereotype.Component;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.stream.Stream;

/// `call_read`, `call_change` and `call_destroy`: by these every operation of Okta's can be called,
/// each by the one that says what it does to the org.
@Component
final class CallTools implements ToolSource {

    private static final int LONGEST_ID = 100;

    private final OperationToolSource operations;

    CallTools(OperationToolSource operations) {
        this.operations = operations;
    }

    @Override
    public List<Tool> tools() {
        return Stream.of(Effect.values())
                .map(this::definition)
                .filter(ToolDefinition::leadsOn)
                .map(definition -> new Tool(definition, new NeverCalled()))
                .toList();
    }

    /// The chain calls the operation's own tool instead.
    private record NeverCalled() implements ToolHandler {

        @Override
        public ToolResult handle(ToolCall call) {
            throw new IllegalStateException("It only leads on");
        }
    }

    private ToolDefinition definition(Effect effect) {
        var name = "call_" + effect.word();
        return new ToolDefinition(
                name,
                title(effect),
                description(effect),
                Toolset.SERVER,
                effect,
                List.of(),
                List.of(),
                Exposure.GENERIC,
                schema(),
                null,
                reached(effect));
    }

    private List<ToolDefinition> reached(Effect effect) {
        return operations.operationTools().values().stream()
                .map(Tool::definition)
                .filter(definition -> definition.effect() == effect)
                .toList();
    }

    private static String title(Effect effect) {
        return switch (effect) {
            case READ -> "Call a reading Okta operation";
            case CHANGE -> "Call a changing Okta operation";
            case DESTROY -> "Call a destroying Okta operation";
        };
    }

    private static String description(Effect effect) {
        return switch (effect) {
            case READ ->
                    "Returns what an Okta Management or Governance API operation answers that only"
                            + " reads. Lists come in pages: give limit, fields, and cursor from"
                            + " next_cursor, in arguments.";
            case CHANGE ->
                    "Returns what an Okta Management or Governance API operation answers that"
                            + " changes what one opposite call brings back.";
            case DESTROY ->
                    "Returns what an Okta Management or Governance API operation answers that"
                            + " deletes, deactivates, revokes, resets or replaces. A human is asked"
                            + " first.";
        };
    }

    private static ObjectNode schema() {
        var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        var properties = schema.putObject("properties");
        properties
                .putObject("operation")
                .put("type", "string")
                .put("minLength", 1)
                .put("maxLength", LONGEST_ID)
                .put("description", "Its operationId, as search_operations gives it");
        properties
                .putObject("arguments")
                .put("type", "object")
                .put(
                        "description",
                        "What it takes, as describe_operation says: parameters by name, and body");
        schema.putArray("required").add("operation");
        return schema.put("additionalProperties", false);
    }
}
