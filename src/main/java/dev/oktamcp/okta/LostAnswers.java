package dev.oktamcp.okta;

import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/// What is known of a request whose answer did not come. A change that may have reached Okta is
/// never called failed.
final class LostAnswers {

    /// What to do where a change may have happened.
    static final String LOOK_FIRST =
            "The change may have happened: look at the object before trying again.";

    private LostAnswers() {}

    static ToolException late(Effect effect, @Nullable Throwable cause) {
        return lost(
                effect,
                FailureCode.TIMEOUT,
                "Okta did not answer in time. Ask for less, or try again.",
                cause);
    }

    static ToolException cancelled(Effect effect) {
        return lost(effect, FailureCode.CANCELLED, "The call was cancelled.", null);
    }

    static ToolException broken(Effect effect, Throwable thrown) {
        if (caused(thrown, DataBufferLimitException.class)) {
            return lost(
                    effect,
                    FailureCode.TOO_LARGE,
                    "Okta's answer is too large. Ask for less, for example with a smaller limit.",
                    thrown);
        }
        var neverSent =
                caused(thrown, ConnectException.class)
                        || caused(thrown, UnknownHostException.class);
        return lost(
                neverSent ? Effect.READ : effect,
                FailureCode.UNAVAILABLE,
                "Okta could not be reached. Check the org URL and the network, or try again later.",
                thrown);
    }

    /// The answer had begun.
    static ToolException whileReading(Effect effect, Throwable thrown) {
        if (caused(thrown, TimeoutException.class)) {
            return late(effect, thrown);
        }
        return caused(thrown, CancellationException.class)
                ? cancelled(effect)
                : broken(effect, thrown);
    }

    /// Okta said that it worked, and what else it said is lost.
    static ToolException unreadable(Operation operation) {
        var words = "%s: Okta's answer could not be read.".formatted(operation.id());
        return new ToolException(
                operation.facts().effect() == Effect.READ
                        ? ToolResult.Failure.of(FailureCode.UNAVAILABLE, words)
                        : ToolResult.Failure.of(
                                FailureCode.OUTCOME_UNKNOWN, words + " " + LOOK_FIRST));
    }

    private static ToolException lost(
            Effect effect, FailureCode code, String message, @Nullable Throwable cause) {
        var failure =
                effect == Effect.READ
                        ? ToolResult.Failure.of(code, message)
                        : ToolResult.Failure.of(
                                FailureCode.OUTCOME_UNKNOWN,
                                "The change was sent to Okta and its answer was lost: it may have"
                                        + " happened. Look at the object before trying again.");
        return new ToolException(failure, cause);
    }

    /// Whether something of this type is among the causes.
    static boolean caused(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
