package dev.oktamcp.okta;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

/// A tool that calls itself a read cannot write, even by mistake; and no tool reaches an operation
/// that its caller's filter does not allow.
final class SecondLock {

    private SecondLock() {}

    /// @throws ToolException where the operation is more than the call in progress may do
    static void check(ToolCall call, Operation operation) {
        var definition = call.definition();
        if (!definition.uses(operation.id())) {
            throw refused(call, operation, "the tool does not declare it");
        }
        if (operation.facts().effect().exceeds(definition.effect())) {
            throw refused(call, operation, "it is more than a " + definition.effect());
        }
        var cause = call.caller().filter().refuses(definition, operation.facts());
        if (cause.isPresent()) {
            throw refused(call, operation, "refused by " + cause.get());
        }
    }

    private static ToolException refused(ToolCall call, Operation operation, String reason) {
        return new ToolException(
                new ToolResult.Failure(
                        FailureCode.REFUSED,
                        "The tool %s was stopped before it reached Okta: it tried what it may not do on this server."
                                .formatted(call.definition().name()),
                        null,
                        operation.id() + ": " + reason));
    }
}
