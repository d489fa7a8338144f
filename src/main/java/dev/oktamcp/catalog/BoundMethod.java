package dev.oktamcp.catalog;

import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.ToolCall;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.stream.Stream;

/// A method of a bean that is called with the arguments of a call, by their names. What it throws
/// passes on as it is.
final class BoundMethod {

    private final Object bean;
    private final Method method;
    private final List<Parameter> parameters;
    private final JsonMapper json;

    BoundMethod(Object bean, Method method, JsonMapper json) {
        method.setAccessible(true);
        this.bean = bean;
        this.method = method;
        this.parameters = List.of(method.getParameters());
        this.json = json;
    }

    /// Whether a parameter of this type is among those that it takes.
    boolean takes(Class<?> type) {
        return parameters.stream().anyMatch(parameter -> parameter.getType() == type);
    }

    /// The names of the arguments that it takes.
    Stream<String> arguments() {
        return parameters.stream()
                .filter(each -> each.getType() != ToolCall.class)
                .filter(each -> each.getType() != Preview.class)
                .filter(each -> each.getType() != PageRequest.class)
                .map(ToolParameters::name);
    }

    /// @param known for a parameter of this type
    Object call(ToolCall call, Preview known) {
        try {
            return method.invoke(
                    bean, parameters.stream().map(each -> value(each, call, known)).toArray());
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException thrown
                    ? thrown
                    : new IllegalStateException(method + " failed", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " can't be reached", e);
        }
    }

    private @Nullable Object value(Parameter parameter, ToolCall call, Preview known) {
        if (parameter.getType() == ToolCall.class) {
            return call;
        }
        if (parameter.getType() == Preview.class) {
            return known;
        }
        if (parameter.getType() == PageRequest.class) {
            return PageParameters.of(call.arguments());
        }
        var given = call.arguments().get(ToolParameters.name(parameter));
        return given == null
                ? null
                : json.convertValue(given, json.constructType(parameter.getParameterizedType()));
    }

    @Override
    public String toString() {
        return method.toString();
    }
}
