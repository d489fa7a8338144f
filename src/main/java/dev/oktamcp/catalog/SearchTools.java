package dev.oktamcp.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.oktamcp.okta.Operation;
import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.PeerNames;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolDefinition;
import dev.oktamcp.tool.ToolFilter;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;
import org.springframework.beans.factory.ObjectProvider;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Finds, among all of Okta's operations, those that a caller may call.
@ToolsOf(Toolset.SERVER)
final class SearchTools {

    private static final int MOST = 10;
    private static final int MOST_OUT_OF_REACH = 3;

    private final ObjectProvider<OperationSearch> search;
    private final OperationTools tools;
    private final OperationWords words;
    private final CuratedTools curated;
    private final PeerNames peers;

    SearchTools(
            ObjectProvider<OperationSearch> search,
            OperationTools tools,
            OperationWords words,
            CuratedTools curated,
            PeerNames peers) {
        this.search = search;
        this.tools = tools;
        this.words = words;
        this.curated = curated;
        this.peers = peers;
    }

    /// @param callBy the tool through which it is called
    /// @param better a tool that is written for this
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Found(
            String operation,
            String does,
            Effect effect,
            @JsonProperty("call_by") String callBy,
            SortedSet<String> scopes,
            @JsonProperty("better_tool") @Nullable String better) {}

    /// What there is, and this kind of credential can never call.
    record OutOfReach(String operation, String does, String reason) {}

    /// @param more how many others have a word of the request too
    record Result(
            List<Found> operations,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonProperty("out_of_reach")
                    List<OutOfReach> outOfReach,
            int more) {}

    @ReadTool(
            name = "search_operations",
            title = "Search Okta's operations",
            exposure = Exposure.GENERIC,
            description =
                    "Returns the operations of Okta's Management and Governance APIs that fit a"
                        + " request best and can be called here, with effect, scopes, the tool to"
                        + " call each by, and a better tool where there is one. For whatever no"
                        + " other tool does.")
    Result searchOperations(
            @McpToolParam(
                            description =
                                    "What is to be done, in English, for example: block sign-in"
                                            + " from a country")
                    String query,
            ToolCall call) {
        var filter = call.caller().filter();
        var found = new ArrayList<Found>();
        var outOfReach = new ArrayList<OutOfReach>();
        var more = 0;
        for (var operation : search.getObject().find(peers.inOurWords(query))) {
            var tool = tools.require(operation.id());
            var cause = filter.hides(tool).orElse(null);
            if (cause == null && found.size() < MOST) {
                found.add(found(operation, tool, filter));
            } else if (cause == null) {
                more++;
            } else if (cause == ToolFilter.Cause.CREDENTIAL
                    && found.size() < MOST
                    && outOfReach.size() < MOST_OUT_OF_REACH) {
                outOfReach.add(outOfReach(operation));
            }
        }
        return new Result(found, outOfReach, more);
    }

    private Found found(Operation operation, ToolDefinition tool, ToolFilter filter) {
        return new Found(
                operation.id(),
                words.sentence(operation),
                operation.facts().effect(),
                curated.leadingTo(tool, filter).orElse(tool.name()),
                new TreeSet<>(operation.facts().scopes()),
                curated.betterThan(tool, filter).orElse(null));
    }

    private OutOfReach outOfReach(Operation operation) {
        return new OutOfReach(operation.id(), words.sentence(operation), reason(operation));
    }

    private static String reason(Operation operation) {
        var kinds = operation.facts().credentials();
        return kinds.isEmpty()
                ? "Okta lets neither API tokens nor service apps call it, only people themselves."
                : "Okta takes only %s for it, which this connection does not have."
                        .formatted(kinds.iterator().next());
    }
}
