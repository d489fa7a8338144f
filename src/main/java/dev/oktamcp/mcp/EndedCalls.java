package dev.oktamcp.mcp;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolResult;

/// What is said of a call that was ended while its client waited for it: what ended it, and what is
/// known of what it did. Its answer is not for who may not ask any more.
final class EndedCalls {

    private EndedCalls() {}

    /// @param why what ended it
    static ToolResult.Failure result(ToolResult result, String why) {
        return switch (result) {
            case ToolResult.Success _ ->
                    cancelled(why + " It was done by then; its answer is not handed out any more.");
            case ToolResult.InputRequired _ -> cancelled(why + " Nothing was done.");
            case ToolResult.Failure(var code, _, _, _) when code == FailureCode.CANCELLED ->
                    cancelled(why + " It did not come to its end.");
            case ToolResult.Failure(var code, var message, _, var reason) ->
                    new ToolResult.Failure(code, why + " " + message, null, reason);
        };
    }

    private static ToolResult.Failure cancelled(String message) {
        return ToolResult.Failure.of(FailureCode.CANCELLED, message);
    }
}
