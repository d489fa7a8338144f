package dev.oktamcp.tool;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// A call of one of Okta's operations through a tool that leads on: `call_read`, `call_change` or
/// `call_destroy`.
///
/// @param through the tool that was named
/// @param operationId as it came, known or not
/// @param arguments the operation's own
record OperationCall(
        ToolDefinition through, String operationId, Map<String, Object> arguments, ToolCall call) {

    /// The argument that names the operation.
    static final String OPERATION = "operation";

    /// The argument that holds the operation's own.
    static final String ARGUMENTS = "arguments";

    /// @throws ToolException where it does not say what is to be called
    static OperationCall of(ToolDefinition through, ToolCall call) {
        var given = call.request().arguments();
        for (var name : given.keySet()) {
            if (!name.equals(OPERATION) && !name.equals(ARGUMENTS)) {
                throw refused(
                        "%s takes operation and arguments, and %s is neither: what the operation takes goes into arguments."
                                .formatted(through.name(), PlainText.of(name, 60)));
            }
        }
        if (!(given.get(OPERATION) instanceof String id)) {
            throw refused(
                    "operation must be the id of one of Okta's operations, for example"
                            + " listUsers. search_operations finds it.");
        }
        return new OperationCall(through, id, inner(given.get(ARGUMENTS)), call);
    }

    /// Text that holds JSON is not taken for it: what is checked and recorded is what was sent.
    @SuppressWarnings("unchecked")
    private static Map<String, Object> inner(@Nullable Object given) {
        return switch (given) {
            case null -> Map.of();
            case Map<?, ?> arguments -> (Map<String, Object>) arguments;
            default ->
                    throw refused(
                            "arguments must be a JSON object with what the operation takes, not"
                                    + " text. describe_operation says what that is.");
        };
    }

    /// The operation's own tool.
    ///
    /// @throws ToolException where the caller has no such operation, or it has another effect
    Tool target(ToolCatalog catalog) {
        var filter = call.caller().filter();
        var tool = catalog.ofOperation(operationId, filter);
        var effect = tool.definition().effect();
        if (effect != through.effect()) {
            throw catalog.leadingTo(effect)
                    .filter(right -> filter.hides(right.definition()).isEmpty())
                    .map(right -> otherClass(effect, right.definition()))
                    .orElseGet(
                            () -> UnknownOperation.exception(operationId, "no tool for " + effect));
        }
        return tool;
    }

    private ToolException otherClass(Effect effect, ToolDefinition right) {
        return refused(
                "Nothing was done: %s is %s. Call it by %s, with the same operation and arguments."
                        .formatted(operationId, effect, right.name()));
    }

    private static ToolException refused(String message) {
        return new ToolException(ToolResult.Failure.of(FailureCode.INVALID_ARGUMENTS, message));
    }
}
