package dev.oktamcp.catalog;

import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.PreviewOf;
import dev.oktamcp.tool.ToolDefinition;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.lang.reflect.Method;
import java.util.stream.Stream;

/// Finds what a class knows itself of what its tools would do.
final class OwnPreview {

    private OwnPreview() {}

    /// @return the method that is the `@PreviewOf` the tool; null where there is none
    /// @throws IllegalStateException where it does not fit the tool
    static @Nullable BoundMethod of(ToolDefinition tool, Object bean, JsonMapper json) {
        return Stream.of(bean.getClass().getDeclaredMethods())
                .filter(method -> isOf(tool, method))
                .map(method -> checked(tool, method, new BoundMethod(bean, method, json)))
                .findFirst()
                .orElse(null);
    }

    private static boolean isOf(ToolDefinition tool, Method method) {
        var declared = method.getAnnotation(PreviewOf.class);
        return declared != null && declared.value().equals(tool.name());
    }

    private static BoundMethod checked(ToolDefinition tool, Method method, BoundMethod bound) {
        var known = tool.inputSchema().path("properties");
        var strange = bound.arguments().filter(name -> !known.has(name)).findFirst();
        if (strange.isPresent() || method.getReturnType() != Preview.class) {
            throw new IllegalStateException(
                    "%s must return a Preview and take arguments of %s only"
                            .formatted(bound, tool.name()));
        }
        return bound;
    }
}
