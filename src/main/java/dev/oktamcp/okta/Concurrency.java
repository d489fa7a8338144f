package dev.oktamcp.okta;

import dev.oktamcp.tool.ToolException;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// How many requests of a principal are under way together. Okta does not say how many it takes:
/// each 429 for too many at once takes one place away for a while, so that a burst finds the org's
/// number by itself.
@Component
final class Concurrency {

    /// Successes per place after which one that was taken away is tried again.
    private static final int ROUNDS = 4;

    private static final Duration LEAST_WAIT = Duration.ofSeconds(5);

    private final Map<OktaPrincipal, Places> principals = new ConcurrentHashMap<>();
    private final OktaProperties properties;

    Concurrency(OktaProperties properties) {
        this.properties = properties;
    }

    /// Sends when there is a place, first come, first served.
    ///
    /// @throws ToolException where none comes free in time; nothing was sent then
    OktaResponse during(OktaPrincipal principal, Supplier<OktaResponse> send) {
        return principals.computeIfAbsent(principal, key -> new Places(properties)).during(send);
    }

    private static final class Places {

        private final Bulkhead bulkhead;
        private final int all;
        private int takenAway;
        private int successes;
        private int refusals;

        Places(OktaProperties properties) {
            this.all = properties.concurrency();
            var config =
                    BulkheadConfig.custom()
                            .maxConcurrentCalls(all)
                            .maxWaitDuration(longer(properties.maxWait()))
                            .fairCallHandlingStrategyEnabled(true)
                            .build();
            this.bulkhead = Bulkhead.of("okta", config);
        }

        /// Who would rather have a 429 than wait for Okta has none yet.
        private static Duration longer(Duration maxWait) {
            return maxWait.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : maxWait;
        }

        OktaResponse during(Supplier<OktaResponse> send) {
            if (!bulkhead.tryAcquirePermission()) {
                throw full();
            }
            OktaResponse answer = null;
            try {
                answer = send.get();
                return answer;
            } finally {
                release(answer);
            }
        }

        /// One 429 alone takes nothing away: an answer can be here before Okta counts its request
        /// as over.
        private synchronized void release(@Nullable OktaResponse answer) {
            if (answer == null) {
                bulkhead.onComplete();
                return;
            }
            var refusal = answer.tooManyAtOnce();
            refusals = refusal ? refusals + 1 : 0;
            if (refusals > 1 && takenAway < all - 1) {
                successes = 0;
                takenAway++;
                return;
            }
            if (!refusal && takenAway > 0) {
                grow();
            }
            bulkhead.onComplete();
        }

        private void grow() {
            if (++successes >= ROUNDS * (all - takenAway)) {
                successes = 0;
                takenAway--;
                bulkhead.onComplete();
            }
        }

        private static ToolException full() {
            return OktaErrors.rateLimited(
                    "Too many requests to this org are under way; nothing was sent. Try again in 2"
                            + " seconds.",
                    2);
        }
    }
}
