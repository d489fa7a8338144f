package dev.oktamcp.catalog;

import dev.oktamcp.okta.Operation;
import dev.oktamcp.okta.Operations;
import dev.oktamcp.okta.Previews;
import dev.oktamcp.okta.ShowingOperations;
import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.OperationFacts;
import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.Rehearsed;
import dev.oktamcp.tool.Tool;
import dev.oktamcp.tool.ToolDefinition;
import dev.oktamcp.tool.ToolHandler;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Makes tools that change something tell what they would do, for which they may read what shows
/// what they are about.
@Component
final class Rehearsals {

    private final Operations operations;
    private final ShowingOperations showing;
    private final Previews previews;

    /// Tools that know more of what they do than their operation tells, by that.
    private final Map<String, String> telling = new ConcurrentHashMap<>();

    Rehearsals(Operations operations, ShowingOperations showing, Previews previews) {
        this.operations = operations;
        this.showing = showing;
        this.previews = previews;
    }

    /// @param own what the tool itself knows of it, where it does
    Tool tool(ToolDefinition definition, ToolHandler handler, @Nullable BoundMethod own) {
        if (own != null && !definition.toolset().crossesAreas()) {
            changes(definition).forEach(facts -> tells(facts.id(), definition.name()));
        }
        return new Tool(
                definition.with(optional(definition)),
                handler,
                new PreviewHandler(handler, previews::of, own));
    }

    /// Of several tools that send the same operation, always the same one.
    private void tells(String operationId, String tool) {
        telling.merge(operationId, tool, (one, other) -> one.compareTo(other) < 0 ? one : other);
    }

    /// The tool of an operation. Whoever calls that must not be asked a lesser question without its
    /// saying so.
    Tool operationTool(ToolDefinition definition, ToolHandler handler) {
        return new Tool(
                definition.with(optional(definition)),
                handler,
                new PreviewHandler(handler, this::rehearsed, null));
    }

    private Preview rehearsed(Rehearsed rehearsed) {
        var found = previews.of(rehearsed);
        var more = telling.get(rehearsed.operationId());
        return more == null
                ? found
                : found.note(
                        "Whom or what else it concerns is told where %s is called for it."
                                .formatted(more));
    }

    private static Stream<OperationFacts> changes(ToolDefinition definition) {
        return definition.requires().stream().filter(facts -> facts.effect() != Effect.READ);
    }

    private List<OperationFacts> optional(ToolDefinition definition) {
        var shows =
                changes(definition)
                        .flatMap(facts -> showing.of(operations.require(facts.id())).stream())
                        .map(Operation::facts)
                        .filter(facts -> !definition.uses(facts.id()));
        return Stream.concat(definition.optional().stream(), shows).distinct().toList();
    }
}
