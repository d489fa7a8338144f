package dev.oktamcp.tool;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// The outcome of a call. Never an exception, never a bare string.
public sealed interface ToolResult {

    /// It worked.
    ///
    /// @param value the answer; null where the answer is only in `content`
    /// @param content what is shown instead of the value's JSON text; empty as a rule
    record Success(@Nullable ObjectNode value, List<Content> content) implements ToolResult {

        public Success {
            content = List.copyOf(content);
        }

        public static Success of(ObjectNode value) {
            return new Success(value, List.of());
        }
    }

    /// It did not work, in words that we wrote and that a model can act on.
    ///
    /// @param message the cause and the way on
    /// @param details facts for programs, for example Okta's error code
    /// @param reason what only the audit may know; null where the message says all
    record Failure(
            FailureCode code, String message, @Nullable ObjectNode details, @Nullable String reason)
            implements ToolResult {

        public static Failure of(FailureCode code, String message) {
            return new Failure(code, message, null, null);
        }
    }
}
