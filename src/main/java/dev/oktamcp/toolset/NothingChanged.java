package dev.oktamcp.toolset;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

/// What a tool says that has looked before it changes anything, and sees that Okta would refuse.
final class NothingChanged {

    private NothingChanged() {}

    /// @param reason what is in the way, and the way on; whole sentences
    static ToolException because(String reason) {
        return new ToolException(
                ToolResult.Failure.of(
                        FailureCode.INVALID_ARGUMENTS, "Nothing was changed: " + reason));
    }
}
