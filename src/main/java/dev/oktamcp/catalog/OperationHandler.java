package dev.oktamcp.catalog;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Operation;
import dev.oktamcp.tool.Content;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolHandler;
import dev.oktamcp.tool.ToolResult;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Calls one operation with the arguments as they came, and hands on what Okta answered.
final class OperationHandler implements ToolHandler {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Operation operation;
    private final OktaClient okta;

    OperationHandler(Operation operation, OktaClient okta) {
        this.operation = operation;
        this.okta = okta;
    }

    @Override
    public ToolResult handle(ToolCall call) {
        var arguments = call.arguments();
        return OperationSchema.pages(operation) ? page(arguments) : whole(arguments);
    }

    private ToolResult page(Map<String, Object> arguments) {
        var oktas = new LinkedHashMap<>(arguments);
        oktas.keySet().removeAll(PageParameters.NAMES);
        var page = okta.page(operation.id(), oktas, PageParameters.of(arguments));
        return ToolResult.Success.of(page.json());
    }

    private ToolResult whole(Map<String, Object> arguments) {
        return switch (okta.answer(operation.id(), arguments)) {
            case ObjectNode object -> ToolResult.Success.of(object);
            case ArrayNode array -> ToolResult.Success.of(NODES.objectNode().set("items", array));
            case JsonNode text when text.isString() ->
                    ToolResult.Success.of(List.of(new Content.Text(text.stringValue())));
            case JsonNode none when none.isMissingNode() -> ToolResult.Success.of(done());
            case JsonNode value -> ToolResult.Success.of(NODES.objectNode().set("value", value));
        };
    }

    private ObjectNode done() {
        return NODES.objectNode().put("done", "Okta accepted %s.".formatted(operation.id()));
    }
}
