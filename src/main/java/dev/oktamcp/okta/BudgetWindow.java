package dev.oktamcp.okta;

import dev.oktamcp.tool.RateLimit;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// One bucket of Okta's rate limits for one principal: how many more requests fit into the window
/// that runs, as far as it is known. As long as nothing is known, one request goes ahead and the
/// others wait for what it learns.
final class BudgetWindow {

    /// When to ask again, where an answer is about to tell.
    private static final Duration SOON = Duration.ofMillis(20);

    /// How far two answers of one window are apart in what they say of its end, since Okta rounds.
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    /// How long others wait for the first answer of all.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private boolean known;
    private @Nullable Instant askedAt;
    private int limit = Integer.MAX_VALUE;
    private int remaining = Integer.MAX_VALUE;
    private int underWay;
    private @Nullable Instant resetsAt;

    /// Takes one request from the window.
    ///
    /// @return zero where it may be sent now, and `answered` must follow; else how long to wait
    ///   before asking again
    synchronized Duration take(Instant now) {
        if (resetsAt != null && !now.isBefore(resetsAt)) {
            resetsAt = null;
            remaining = limit;
        }
        if ((resetsAt == null && goesAhead(now)) || (known && remaining > 0)) {
            remaining = Math.max(0, remaining - 1);
            underWay++;
            return Duration.ZERO;
        }
        return resetsAt == null ? SOON : Duration.between(now, resetsAt);
    }

    private boolean goesAhead(Instant now) {
        if (underWay == 0) {
            askedAt = now;
            return true;
        }
        return !known && askedAt != null && now.isAfter(askedAt.plus(PATIENCE));
    }

    /// Whether Okta has said that nothing is left until the window ends.
    synchronized boolean usedUp(Instant now) {
        return resetsAt != null && now.isBefore(resetsAt) && remaining == 0;
    }

    /// Takes one request though nobody knows what is left.
    synchronized void takeUnknown() {
        remaining = Math.max(0, remaining - 1);
        underWay++;
    }

    /// A request that was taken is over.
    ///
    /// @param answer null where none came
    synchronized void answered(@Nullable OktaResponse answer, Instant now) {
        underWay--;
        if (answer == null) {
            return;
        }
        var heard = answer.rateLimit();
        if (heard != null && answer.status() == 429) {
            known(heard, heard.remaining(), now);
        } else if (heard != null) {
            learn(heard, now);
        } else {
            known = true;
        }
    }

    /// Answers overtake each other. Within a window the lowest that was heard counts; in another
    /// one what is under way may not be counted yet; what is heard of a window that is over is no
    /// news.
    private void learn(RateLimit heard, Instant now) {
        var heardReset = now.plusSeconds(heard.resetSeconds());
        if (resetsAt == null) {
            known(heard, known ? Math.min(remaining, heard.remaining()) : heard.remaining(), now);
        } else if (heardReset.isAfter(resetsAt.plus(ROUNDING))) {
            known(heard, Math.max(0, heard.remaining() - underWay), now);
        } else if (heardReset.isAfter(resetsAt.minus(ROUNDING))) {
            remaining = Math.min(remaining, heard.remaining());
        }
    }

    private void known(RateLimit heard, int left, Instant now) {
        known = true;
        limit = heard.limit();
        remaining = left;
        resetsAt = now.plusSeconds(heard.resetSeconds());
    }

    /// Null where Okta has told of no limit.
    synchronized @Nullable BudgetLine line(String bucket, Instant now) {
        if (limit == Integer.MAX_VALUE) {
            return null;
        }
        var over = resetsAt == null || !now.isBefore(resetsAt);
        return over
                ? new BudgetLine(bucket, limit, limit, 0)
                : new BudgetLine(
                        bucket, limit, remaining, Duration.between(now, resetsAt).toSeconds() + 1);
    }
}
