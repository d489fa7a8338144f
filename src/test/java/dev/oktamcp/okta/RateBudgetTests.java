package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// What is forgotten of rate limits, and what of calls that are still under way then.
class RateBudgetTests {

    private final OktaPrincipal principal = new OktaPrincipal("c1", null);
    private final Operation operation;
    private final RateBudget budget;

    RateBudgetTests() throws IOException {
        operation = new Operations(JsonMapper.shared()).require("listUsers");
        budget = new RateBudget(new RateBuckets(JsonMapper.shared()), Clock.systemUTC());
    }

    private static OktaResponse usedUp() {
        var reset = Instant.now().plusSeconds(60).getEpochSecond();
        var headers = new HttpHeaders();
        headers.set("X-Rate-Limit-Limit", "600");
        headers.set("X-Rate-Limit-Remaining", "0");
        headers.set("X-Rate-Limit-Reset", String.valueOf(reset));
        return new OktaResponse(429, headers, new AnswerBody.InMemory(new byte[0]));
    }

    @Test
    void aCallThatBeganBeforeTellsNothingToThoseAfter() {
        var before = budget.window(principal, operation);
        assertThat(budget.take(before)).isEqualTo(Duration.ZERO);

        budget.forget(principal::equals);
        var after = budget.window(principal, operation);
        assertThat(budget.take(after)).isEqualTo(Duration.ZERO);
        budget.answered(before, usedUp());
        budget.answered(after, null);

        assertThat(budget.lines(principal)).isEmpty();
        assertThat(budget.take(after)).isEqualTo(Duration.ZERO);
    }

    @Test
    void othersKeepWhatTheyLearned() {
        var other = new OktaPrincipal("c2", null);
        var window = budget.window(other, operation);
        budget.take(window);
        budget.answered(window, usedUp());

        budget.forget(principal::equals);

        assertThat(budget.lines(other)).extracting(BudgetLine::remaining).containsExactly(0);
    }
}
