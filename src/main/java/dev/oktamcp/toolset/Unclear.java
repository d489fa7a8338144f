package dev.oktamcp.toolset;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.PlainText;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import java.util.List;

/// What is said where nothing is called what somebody wrote, or more than one thing.
final class Unclear {

    /// Of what a search finds.
    static final int MOST_LOOKED_AT = 50;

    private static final int MOST_CANDIDATES = 10;
    private static final int LONGEST = 100;

    private Unclear() {}

    /// @param candidates by name and id, the likeliest first
    static ToolException several(String text, List<String> candidates) {
        var first = String.join(", ", candidates.stream().limit(MOST_CANDIDATES).toList());
        var more = candidates.size() > MOST_CANDIDATES ? ", …" : "";
        return failure(
                "%s may be any of %s%s. Give the id of the right one."
                        .formatted(shown(text), first, more));
    }

    static ToolException failure(String message) {
        return new ToolException(ToolResult.Failure.of(FailureCode.INVALID_ARGUMENTS, message));
    }

    /// What somebody wrote, or what something is called, fit for a message.
    static String shown(String text) {
        return PlainText.of(text, LONGEST);
    }
}
