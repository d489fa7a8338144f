package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// What is known of one window of Okta's, moment by moment.
class BudgetWindowTests {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final BudgetWindow window = new BudgetWindow();

    private static Instant second(int second) {
        return NOON.plusSeconds(second);
    }

    private static OktaResponse answer(int status, int limit, int remaining, int at, int reset) {
        var headers = new HttpHeaders();
        headers.set("X-Rate-Limit-Limit", String.valueOf(limit));
        headers.set("X-Rate-Limit-Remaining", String.valueOf(remaining));
        headers.set("X-Rate-Limit-Reset", String.valueOf(second(reset).getEpochSecond()));
        headers.set(
                HttpHeaders.DATE,
                DateTimeFormatter.RFC_1123_DATE_TIME.format(second(at).atZone(ZoneOffset.UTC)));
        return new OktaResponse(status, headers, new AnswerBody.InMemory(new byte[0]));
    }

    /// Taken and answered within a second.
    private void call(int at, int limit, int remaining, int reset) {
        assertThat(window.take(second(at))).isEqualTo(Duration.ZERO);
        window.answered(answer(200, limit, remaining, at, reset), second(at));
    }

    private void learn(@Nullable OktaResponse answer, int at) {
        window.answered(answer, second(at));
    }

    @Test
    void letsOneGoAheadAsLongAsNothingIsKnownAndNoLongerThanTwoSeconds() {
        assertThat(window.take(second(0))).isEqualTo(Duration.ZERO);

        assertThat(window.take(second(1))).isPositive();
        assertThat(window.take(second(3))).isEqualTo(Duration.ZERO);
    }

    @Test
    void givesOutWhatIsLeftAndThenWaitsForTheEnd() {
        call(0, 3, 2, 60);

        assertThat(window.take(second(10))).isEqualTo(Duration.ZERO);
        assertThat(window.take(second(10))).isEqualTo(Duration.ZERO);
        assertThat(window.take(second(10))).isEqualTo(Duration.ofSeconds(50));
        assertThat(window.usedUp(second(10))).isTrue();
        assertThat(window.take(second(60))).isEqualTo(Duration.ZERO);
    }

    @Test
    void takesTheLowestThatItHearsWithinAWindow() {
        call(0, 10, 5, 60);
        assertThat(window.take(second(1))).isEqualTo(Duration.ZERO);
        assertThat(window.take(second(1))).isEqualTo(Duration.ZERO);
        learn(answer(200, 10, 1, 1, 60), 1);
        learn(answer(200, 10, 4, 1, 60), 1);

        assertThat(window.take(second(2))).isEqualTo(Duration.ZERO);
        assertThat(window.take(second(2))).isPositive();
    }

    @Test
    void countsWhatIsUnderWayWhereAnotherWindowHasBegun() {
        call(0, 3, 2, 20);
        assertThat(window.take(second(1))).isEqualTo(Duration.ZERO);
        assertThat(window.take(second(1))).isEqualTo(Duration.ZERO);
        learn(answer(200, 3, 2, 10, 70), 10);

        assertThat(window.take(second(11))).as("2 left, 1 under way").isEqualTo(Duration.ZERO);
        assertThat(window.take(second(11))).isEqualTo(Duration.ofSeconds(59));
    }

    @Test
    void takesNoNewsOfAWindowThatIsOver() {
        call(0, 3, 2, 60);
        assertThat(window.take(second(1))).isEqualTo(Duration.ZERO);
        learn(answer(200, 3, 0, 1, 11), 1);

        assertThat(window.take(second(2))).isEqualTo(Duration.ZERO);
    }

    @Test
    void believesARefusalWhateverItKnew() {
        call(0, 100, 99, 60);
        assertThat(window.take(second(1))).isEqualTo(Duration.ZERO);
        learn(answer(429, 100, 0, 1, 6), 1);

        assertThat(window.take(second(2))).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void keepsTheBucketOpenWhereARefusalIsNotOfTheBucket() {
        call(0, 100, 99, 60);
        assertThat(window.take(second(1))).isEqualTo(Duration.ZERO);
        learn(answer(429, 100, 98, 1, 60), 1);

        assertThat(window.take(second(2))).isEqualTo(Duration.ZERO);
    }

    @Test
    void opensWhereTheFirstAnswerTellsOfNoLimit() {
        assertThat(window.take(second(0))).isEqualTo(Duration.ZERO);
        learn(new OktaResponse(502, new HttpHeaders(), new AnswerBody.InMemory(new byte[0])), 0);

        assertThat(window.take(second(1))).isEqualTo(Duration.ZERO);
        assertThat(window.take(second(1))).isEqualTo(Duration.ZERO);
        assertThat(window.line("users", second(1))).isNull();
    }

    @Test
    void asksAgainAfterAnAnswerThatDidNotCome() {
        assertThat(window.take(second(0))).isEqualTo(Duration.ZERO);
        learn(null, 1);

        assertThat(window.take(second(1))).isEqualTo(Duration.ZERO);
        assertThat(window.take(second(1))).isPositive();
    }
}
