package dev.oktamcp.toolset;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What came of a plan that takes somebody's access away.
///
/// @param complete whether every step was done that was to be
record Ended(ObjectNode user, boolean complete, List<PlanStep.Result> steps) {

    private static final Set<PlanStep.Outcome> DONE =
            EnumSet.of(PlanStep.Outcome.DONE, PlanStep.Outcome.NOT_NEEDED);

    /// Carries the plan out.
    ///
    /// @throws ToolException where the call ended before the plan did
    static Ended of(JsonNode user, List<PlanStep> plan, ToolCall call) {
        var results = PlanStep.run(plan);
        var complete = results.stream().map(PlanStep.Result::outcome).allMatch(DONE::contains);
        if (!complete && call.cancellation().cancelled()) {
            throw cutOff(results);
        }
        var who = UserBrief.named(user);
        who.remove("status"); // that of before
        return new Ended(who, complete, results);
    }

    /// An answer to a call that was ended is not handed out, and the call is called done. What a
    /// failure says is.
    private static ToolException cutOff(List<PlanStep.Result> results) {
        var told =
                results.stream()
                        .map(each ->
                                "%s %s: %s".formatted(each.step(), each.outcome(), each.detail()))
                        .collect(Collectors.joining(" "));
        return new ToolException(
                ToolResult.Failure.of(
                        FailureCode.OUTCOME_UNKNOWN,
                        "The plan was not carried out whole. " + told));
    }
}
