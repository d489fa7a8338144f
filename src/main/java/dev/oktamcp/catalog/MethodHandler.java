package dev.oktamcp.catalog;

import dev.oktamcp.tool.Answer;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolHandler;
import dev.oktamcp.tool.ToolResult;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/// Runs a tool that is a method. What the method throws passes on as it is.
final class MethodHandler implements ToolHandler {

    private final Object bean;
    private final Method method;
    private final ToolParameters parameters;
    private final JsonMapper json;

    MethodHandler(Object bean, Method method, ToolParameters parameters, JsonMapper json) {
        method.setAccessible(true);
        this.bean = bean;
        this.method = method;
        this.parameters = parameters;
        this.json = json;
    }

    @Override
    public ToolResult handle(ToolCall call) {
        return ToolResult.Success.of(
                switch (returned(call)) {
                    case ObjectNode object -> object;
                    case Answer answer -> answer.json();
                    case Object other -> json.valueToTree(other);
                });
    }

    private Object returned(ToolCall call) {
        try {
            return method.invoke(bean, parameters.values(call));
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException thrown
                    ? thrown
                    : new IllegalStateException(method + " failed", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " can't be reached", e);
        }
    }
}
