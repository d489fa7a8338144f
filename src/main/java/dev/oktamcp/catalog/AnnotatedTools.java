package dev.oktamcp.catalog;

import dev.oktamcp.okta.Operation;
import dev.oktamcp.okta.Operations;
import dev.oktamcp.tool.DryRun;
import dev.oktamcp.tool.Effect;
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
import tools.jackson.databind.node.ObjectNode;

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
    private final Rehearsals rehearsals;
    private final JsonMapper json;

    AnnotatedTools(
            ConfigurableListableBeanFactory beans,
            Operations operations,
            Rehearsals rehearsals,
            JsonMapper json) {
        this.beans = beans;
        this.operations = operations;
        this.rehearsals = rehearsals;
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
        var definition = definition(bean.getClass().getAnnotation(ToolsOf.class), method);
        var handler = new MethodHandler(bean, method, json);
        return definition.effect() == Effect.READ
                ? new Tool(definition, handler)
                : rehearsals.tool(definition, handler, OwnPreview.of(definition, bean, json));
    }

    private ToolDefinition definition(ToolsOf toolset, Method method) {
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
                schema(method, declared.effect()),
                null);
    }

    private ObjectNode schema(Method method, Effect effect) {
        var schema = ToolParameters.of(method, json).schema();
        if (effect != Effect.READ) {
            DryRun.describe(schema.withObject("/properties"));
        }
        return schema;
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
