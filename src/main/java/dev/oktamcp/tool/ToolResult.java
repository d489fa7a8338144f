package dev.oktamcp.tool;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The outcome of a call. Never an exception, never a bare string.
public sealed interface ToolResult {

    /// It worked.
    ///
    /// @param value the answer; null where the answer is only in `content`
    /// @param content what is shown instead of the value's JSON text; empty as a rule
    /// @param json the value as it leaves, written once; null before that
    record Success(@Nullable ObjectNode value, List<Content> content, @Nullable String json)
            implements ToolResult {

        public Success {
            content = List.copyOf(content);
        }

        public static Success of(ObjectNode value) {
            return new Success(value, List.of(), null);
        }

        public static Success of(List<Content> content) {
            return new Success(null, content, null);
        }

        /// The same with its value written, which nobody changes from then on.
        public Success written() {
            return value == null || json != null
                    ? this
                    : new Success(value, content, value.toString());
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

    /// Nothing was done yet: the same call has to come again, with what its client is asked for.
    ///
    /// @param requests what is asked for, by keys that tell them apart within the call
    record InputRequired(Map<String, InputRequest> requests) implements ToolResult {

        public InputRequired {
            requests = Collections.unmodifiableMap(new LinkedHashMap<>(requests));
        }
    }
}
