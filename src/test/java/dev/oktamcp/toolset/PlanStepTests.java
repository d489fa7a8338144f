package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.junit.jupiter.api.Test;

import java.util.List;

class PlanStepTests {

    private static final PlanStep WORKS = PlanStep.of("works", "Works.", () -> "Done.");

    private static PlanStep failing(FailureCode code) {
        return PlanStep.of(
                "fails",
                "Fails.",
                () -> {
                    throw new ToolException(ToolResult.Failure.of(code, "It did not work."));
                });
    }

    private static List<PlanStep.Outcome> outcomes(PlanStep... steps) {
        return PlanStep.run(List.of(steps)).stream().map(PlanStep.Result::outcome).toList();
    }

    @Test
    void goesOnAfterAStepThatFailed() {
        assertThat(outcomes(failing(FailureCode.OKTA_ERROR), WORKS))
                .containsExactly(PlanStep.Outcome.FAILED, PlanStep.Outcome.DONE);
    }

    @Test
    void doesNotCallALostAnswerAFailure() {
        assertThat(outcomes(failing(FailureCode.OUTCOME_UNKNOWN), WORKS))
                .containsExactly(PlanStep.Outcome.UNKNOWN, PlanStep.Outcome.DONE);
    }

    @Test
    void doesNothingMoreOnceItsCallIsTakenBack() {
        assertThat(outcomes(WORKS, failing(FailureCode.CANCELLED), WORKS))
                .containsExactly(
                        PlanStep.Outcome.DONE,
                        PlanStep.Outcome.NOT_REACHED,
                        PlanStep.Outcome.NOT_REACHED);
    }
}
