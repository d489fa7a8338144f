package dev.oktamcp.toolset;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import java.util.List;
import java.util.Map;

/// What a tool says instead of sending what Okta would refuse, or what nobody can have meant.
final class Refusal {

    private Refusal() {}

    /// Refuses changes of what would be passed over, or is done by another tool.
    ///
    /// @param changes by the names of properties
    /// @param names of those that are not changed so
    /// @param wayOn how they are
    static void ifNamed(Map<String, ?> changes, List<String> names, String wayOn) {
        for (var name : names) {
            if (changes.containsKey(name)) {
                throw nothingChanged("%s can't be changed so. %s".formatted(name, wayOn));
            }
        }
    }

    /// @param why what is in the way, and the way on
    static ToolException nothingChanged(String why) {
        return new ToolException(
                ToolResult.Failure.of(
                        FailureCode.INVALID_ARGUMENTS, "Nothing was changed: " + why));
    }
}
