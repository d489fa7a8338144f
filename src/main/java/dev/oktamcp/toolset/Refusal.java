package dev.oktamcp.toolset;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

/// What a tool says instead of sending what Okta would refuse, or what nobody can have meant.
final class Refusal {

    private Refusal() {}

    /// @param why what is in the way, and the way on
    static ToolException nothingChanged(String why) {
        return new ToolException(
                ToolResult.Failure.of(
                        FailureCode.INVALID_ARGUMENTS, "Nothing was changed: " + why));
    }
}
