package dev.oktamcp.catalog;

import dev.oktamcp.okta.Operation;
import dev.oktamcp.okta.Operations;
import dev.oktamcp.tool.OperationFacts;
import dev.oktamcp.tool.Tool;
import dev.oktamcp.tool.ToolDefinition;
import dev.oktamcp.tool.ToolMethod;
import dev.oktamcp.tool.ToolSource;
import dev.oktamcp.tool.ToolsOf;

import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

/// Tools that are methods: every `@ReadTool`, `@ChangeTool` and `@DestroyTool` in a class that is
/// `@ToolsOf` a toolset.
@Component
final class AnnotatedTools implements ToolSource {

    private final ConfigurableListableBeanFactory beans;
    private final Operations operations;
    private final JsonMapper json;

    AnnotatedTools(ConfigurableListableBeanFactory beans, Operations operations, JsonMapper json) {
        this.beans = beans;
        this.operations = operations;
        this.json = json;
    }

    @Override
    public List<Tool> tools() {
        return beans.getBeansWithAnnotation(ToolsOf.class).values().stream()
                .flatMap(this::toolsOf)
                .toList();
    }

    private Stream<Tool> toolsOf(Object bean) {
        return Stream.of(bean.getClass().getDeclaredMethods())
                .filter(method -> AnnotatedElementUtils.isAnnotated(method, ToolMethod.class))
                .map(method -> tool(bean, method));
    }

    private Tool tool(Object bean, Method method) {
        var parameters = ToolParameters.of(method, json);
        var definition =
                definition(bean.getClass().getAnnotation(ToolsOf.class), method, parameters);
        return new Tool(definition, new MethodHandler(bean, method, parameters, json));
    }

    private ToolDefinition definition(ToolsOf toolset, Method method, ToolParameters parameters) {
        var described = merged(method, McpTool.class);
        var declared = merged(method, ToolMethod.class);
        return new ToolDefinition(
                described.name(),
                described.title(),
                described.description(),
                toolset.value(),
                declared.effect(),
                facts(described.name(), declared.uses()),
                facts(described.name(), declared.optional()),
                declared.exposure(),
                parameters.schema(),
                null);
    }

    private static <A extends Annotation> A merged(Method method, Class<A> type) {
        var found = AnnotatedElementUtils.findMergedAnnotation(method, type);
        if (found == null) {
            throw new IllegalStateException(method + " has no " + type.getSimpleName());
        }
        return found;
    }

    private List<OperationFacts> facts(String tool, String[] operationIds) {
        return Stream.of(operationIds)
                .map(id -> operations.require(id, "Tool " + tool))
                .map(Operation::facts)
                .toList();
    }
}
