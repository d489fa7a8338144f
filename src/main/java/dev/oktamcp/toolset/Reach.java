package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.ToolException;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts whom or what a change concerns, for the human who is asked.
record Reach(OktaClient okta) {

    private static final int MOST = 1000;

    /// The same preview with a count. What can't be counted is no reason not to ask.
    ///
    /// @param sentence with `%s` for the count
    /// @param operationId of a list, which the tool declares as optional
    Preview counted(
            Preview found, String sentence, String operationId, Map<String, String> arguments) {
        if (!okta.allows(operationId)) {
            return found.note(
                    "Not everything it concerns is counted: this MCP server does not let %s through."
                            .formatted(operationId));
        }
        try {
            return found.reach(sentence.formatted(count(operationId, arguments)));
        } catch (ToolException e) {
            return found.note(
                    "Not everything it concerns could be counted: " + e.failure().message());
        }
    }

    private String count(String operationId, Map<String, String> arguments) {
        var count = new AtomicInteger();
        var rest = okta.each(operationId, arguments, null, MOST, _ -> count.incrementAndGet());
        return rest.hasMore() || rest.note() != null ? "at least " + count : count.toString();
    }
}
