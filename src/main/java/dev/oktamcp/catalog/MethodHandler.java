package dev.oktamcp.catalog;

import dev.oktamcp.tool.Answer;
import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolHandler;
import dev.oktamcp.tool.ToolResult;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.lang.reflect.Method;

/// Runs a tool that is a method. What the method throws passes on as it is.
final class MethodHandler implements ToolHandler {

    private final BoundMethod method;
    private final JsonMapper json;

    MethodHandler(Object bean, Method method, JsonMapper json) {
        this.method = new BoundMethod(bean, method, json);
        this.json = json;
    }

    @Override
    public ToolResult handle(ToolCall call) {
        return switch (method.call(call, Preview.EMPTY)) {
            case ObjectNode object -> ToolResult.Success.of(object);
            case Answer answer -> new ToolResult.Success(answer.json(), answer.content(), null);
            case Object other -> ToolResult.Success.of(json.valueToTree(other));
        };
    }
}
