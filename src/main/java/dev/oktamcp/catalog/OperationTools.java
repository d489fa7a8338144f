package dev.oktamcp.catalog;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Operation;
import dev.oktamcp.okta.Operations;
import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.OperationToolSource;
import dev.oktamcp.tool.Tool;
import dev.oktamcp.tool.ToolDefinition;
import dev.oktamcp.tool.Toolset;

import org.springframework.stereotype.Component;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A tool for each of Okta's operations, made of what Okta's documents say and of our own words.
@Component
final class OperationTools implements OperationToolSource {

    private final SortedMap<String, Tool> byOperation = new TreeMap<>();
    private final OperationWords words;
    private final OperationSchema schemas;

    OperationTools(
            Operations operations,
            OperationWords words,
            OperationSchema schemas,
            Rehearsals rehearsals,
            OktaClient okta) {
        this.words = words;
        this.schemas = schemas;
        for (var operation : operations.all()) {
            var handler = new OperationHandler(operation, okta);
            var definition = definition(operation);
            byOperation.put(
                    operation.id(),
                    definition.effect() == Effect.READ
                            ? new Tool(definition, handler)
                            : rehearsals.operationTool(definition, handler));
        }
    }

    @Override
    public Map<String, Tool> operationTools() {
        return Collections.unmodifiableMap(byOperation);
    }

    /// The tool of one operation.
    ///
    /// @throws IllegalArgumentException for an id that is not known
    ToolDefinition require(String operationId) {
        var tool = byOperation.get(operationId);
        if (tool == null) {
            throw new IllegalArgumentException("No operation of Okta is named " + operationId);
        }
        return tool.definition();
    }

    private ToolDefinition definition(Operation operation) {
        return new ToolDefinition(
                operation.tool(),
                title(operation.tool()),
                description(operation),
                toolset(operation),
                operation.facts().effect(),
                List.of(operation.facts()),
                List.of(),
                Exposure.SEARCHABLE,
                schemas.of(operation, OperationSchema.LISTED, OperationSchema.OPEN),
                null);
    }

    /// From `delete_user` to `Delete user`.
    private static String title(String name) {
        var words = name.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private String description(Operation operation) {
        var sentence = words.sentence(operation);
        if (operation.deprecated()) {
            return sentence + " Okta has deprecated it.";
        }
        return switch (operation.lifecycle()) {
            case BETA -> sentence + " Beta at Okta: not every org has it.";
            case EA -> sentence + " Early access at Okta: not every org has it.";
            case LIMITED_GA -> sentence + " Not every org has it.";
            case GA -> sentence;
            case null -> sentence;
        };
    }

    private static Toolset toolset(Operation operation) {
        return Stream.of(Toolset.values())
                .filter(toolset -> operation.facts().tags().contains(toolset.tag()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(operation.id() + " has the tag of no toolset"));
    }
}
