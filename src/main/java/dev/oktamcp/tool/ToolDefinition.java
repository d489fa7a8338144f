package dev.oktamcp.tool;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.stream.Stream;

/// What is known of a tool before it is called.
///
/// @param requires operations without which the tool cannot do its work
/// @param optional operations that add a part to the answer where they are allowed
/// @param inputSchema JSON Schema 2020-12 of the arguments, of type `object`
/// @param outputSchema JSON Schema 2020-12 of a successful answer, where it has a fixed shape
/// @param reaches the tools that are called through this one, which does nothing of its own; it
///   exists where any of them does
public record ToolDefinition(
        String name,
        String title,
        String description,
        Toolset toolset,
        Effect effect,
        List<OperationFacts> requires,
        List<OperationFacts> optional,
        Exposure exposure,
        ObjectNode inputSchema,
        @Nullable ObjectNode outputSchema,
        List<ToolDefinition> reaches) {

    public ToolDefinition {
        requires = List.copyOf(requires);
        optional = List.copyOf(optional);
        reaches = List.copyOf(reaches);
        for (var operation : Stream.concat(requires.stream(), optional.stream()).toList()) {
            if (operation.effect().exceeds(effect)) {
                throw new IllegalArgumentException(
                        "Tool %s is declared %s, but its operation %s is %s. Declare it so."
                                .formatted(name, effect, operation.id(), operation.effect()));
            }
        }
    }

    /// A tool that does what it says itself.
    public ToolDefinition(
            String name,
            String title,
            String description,
            Toolset toolset,
            Effect effect,
            List<OperationFacts> requires,
            List<OperationFacts> optional,
            Exposure exposure,
            ObjectNode inputSchema,
            @Nullable ObjectNode outputSchema) {
        this(
                name,
                title,
                description,
                toolset,
                effect,
                requires,
                optional,
                exposure,
                inputSchema,
                outputSchema,
                List.of());
    }

    /// The same with other optional operations.
    public ToolDefinition with(List<OperationFacts> otherOptional) {
        return new ToolDefinition(
                name,
                title,
                description,
                toolset,
                effect,
                requires,
                otherOptional,
                exposure,
                inputSchema,
                outputSchema,
                reaches);
    }

    /// Whether it gives power or credentials.
    public boolean sensitive() {
        return requires.stream()
                .anyMatch(operation -> operation.sensitive() && operation.effect() != Effect.READ);
    }

    /// Whether it only leads to other tools.
    public boolean leadsOn() {
        return !reaches.isEmpty();
    }

    /// Whether anything of Okta's can be in its answer: the second lock lets no tool call what it
    /// is not declared to use.
    public boolean reachesOkta() {
        return !requires.isEmpty() || !optional.isEmpty();
    }

    /// Whether the tool is declared to use this operation.
    public boolean uses(String operationId) {
        return Stream.concat(requires.stream(), optional.stream())
                .anyMatch(operation -> operation.id().equals(operationId));
    }

    /// Whether repeating the call with the same arguments changes nothing more.
    public boolean idempotent() {
        return requires.stream().allMatch(ToolDefinition::idempotent)
                && (effect == Effect.READ || !requires.isEmpty());
    }

    private static boolean idempotent(OperationFacts operation) {
        return operation.effect() == Effect.READ
                || operation.method() == Method.UPDATE
                || operation.method() == Method.DELETE;
    }
}
