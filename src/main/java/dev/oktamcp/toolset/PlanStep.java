package dev.oktamcp.toolset;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.ToolException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// One step of a plan that is confirmed as one act.
///
/// @param name stays the same when the words change
/// @param says what it does, for a human to say yes to: a sentence, then what it is about, line by
///   line
/// @param instead what is known of it already where it is not done; null where it is
/// @param act does it, and returns what was done
record PlanStep(String name, List<String> says, @Nullable Result instead, Supplier<String> act) {

    PlanStep {
        says = List.copyOf(says);
    }

    /// What came of a step.
    enum Outcome {
        DONE,
        /// There is nothing to do.
        NOT_NEEDED,
        /// It can't be done, and should be in another way.
        NOT_POSSIBLE,
        FAILED,
        /// It was sent and its answer lost: look before it is repeated.
        UNKNOWN,
        /// The call ended before it.
        NOT_REACHED
    }

    /// @param detail what was done, or why not
    record Result(String step, Outcome outcome, String detail) {}

    static PlanStep of(String name, String says, Supplier<String> act) {
        return of(name, List.of(says), act);
    }

    static PlanStep of(String name, List<String> says, Supplier<String> act) {
        return new PlanStep(name, says, null, act);
    }

    static PlanStep notNeeded(String name, String says, String why) {
        return instead(says, new Result(name, Outcome.NOT_NEEDED, why));
    }

    static PlanStep notPossible(String name, String says, String why) {
        return instead(says, new Result(name, Outcome.NOT_POSSIBLE, why));
    }

    static PlanStep notAllowed(String name, String says, String operationId) {
        var why = "This MCP server does not allow %s.".formatted(operationId);
        return notPossible(name, says, why);
    }

    private static PlanStep instead(String says, Result result) {
        return new PlanStep(result.step(), List.of(says), result, () -> "");
    }

    /// All of them in their order. A step that fails does not keep the others from being done: each
    /// takes something away from somebody who should not have it.
    static List<Result> run(List<PlanStep> steps) {
        var results = new ArrayList<Result>();
        var ended = false;
        for (var step : steps) {
            results.add(ended ? step.notReached() : step.done());
            ended = ended || results.getLast().outcome() == Outcome.NOT_REACHED;
        }
        return results;
    }

    private Result done() {
        if (instead != null) {
            return instead;
        }
        try {
            return new Result(name, Outcome.DONE, act.get());
        } catch (ToolException e) {
            return new Result(name, outcome(e.failure().code()), e.failure().message());
        }
    }

    private static Outcome outcome(FailureCode code) {
        return switch (code) {
            case OUTCOME_UNKNOWN -> Outcome.UNKNOWN;
            case CANCELLED -> Outcome.NOT_REACHED;
            default -> Outcome.FAILED;
        };
    }

    private Result notReached() {
        return new Result(name, Outcome.NOT_REACHED, "The call ended before this step.");
    }

    /// Whether the plan has this step and it is really to be done.
    static boolean does(List<PlanStep> plan, String name) {
        return plan.stream().anyMatch(step -> step.name.equals(name) && step.instead == null);
    }

    /// Tells the plan, step by step, with what is left out and why.
    static Preview told(Preview preview, List<PlanStep> steps) {
        var told = preview;
        for (var step : steps) {
            told = step.told(told);
        }
        return told.note("A step that fails is told, and the others are done all the same.");
    }

    private Preview told(Preview preview) {
        if (instead != null) {
            return preview.note("Not done: %s %s".formatted(says.getFirst(), instead.detail()));
        }
        var told = preview;
        for (var line : says) {
            told = told.reach(line);
        }
        return told;
    }
}
