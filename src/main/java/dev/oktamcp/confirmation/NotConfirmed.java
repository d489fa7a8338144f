package dev.oktamcp.confirmation;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolResult;

/// Why a call that needs a human's yes was not made.
final class NotConfirmed {

    private NotConfirmed() {}

    static ToolResult no() {
        return because("The user said no. Do not repeat the call unless the user asks for it.");
    }

    static ToolResult lapsed() {
        return because("The user did not answer. Ask the user before trying again.");
    }

    static ToolResult changed() {
        return because(
                "What it is about has changed since the user was asked. Call again, to have the"
                        + " user asked about what is there now.");
    }

    private static ToolResult because(String why) {
        return ToolResult.Failure.of(FailureCode.NOT_CONFIRMED, "Nothing was changed. " + why);
    }
}
