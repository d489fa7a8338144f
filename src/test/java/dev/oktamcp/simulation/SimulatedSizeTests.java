package dev.oktamcp.simulation;

import static dev.oktamcp.simulation.OrgProbe.attributes;
import static dev.oktamcp.simulation.OrgProbe.encoded;
import static dev.oktamcp.simulation.OrgProbe.error;
import static dev.oktamcp.simulation.OrgProbe.header;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.concurrent.CompletableFuture;

/// Checks a large org, and one that takes only so many requests at once.
class SimulatedSizeTests {

    @Test
    void isLarge() throws Exception {
        try (var probe = new OrgProbe(SimulatedOrg.start(SimulationSettings.large()))) {
            var users = probe.allPages("/api/v1/users?search=" + encoded("id pr"), "status");
            var groups = probe.allPages("/api/v1/groups", "type");

            assertThat(users).hasSize(1000);
            assertThat(new HashSet<>(users)).hasSize(UserStatus.values().length);
            assertThat(groups).hasSize(60);
            assertThat(new HashSet<>(groups)).hasSize(3);
            assertThat(probe.allPages("/api/v1/groups/rules", "status")).contains("ACTIVE");
        }
    }

    @Test
    void tellsStories() throws Exception {
        try (var probe = new OrgProbe(SimulatedOrg.start(SimulationSettings.large()))) {
            var spray = "client.ipAddress eq \"" + SeedStories.SPRAYER + "\"";
            var since = Instant.now().minus(Duration.ofDays(20));
            var path = "/api/v1/logs?limit=1000&since=" + since + "&filter=" + encoded(spray);
            var outcomes = attributes(probe.get(path), "outcome.reason");

            assertThat(outcomes).hasSize(39);
        }
    }

    @Test
    void takesItsTime() throws Exception {
        var latency = Duration.ofMillis(200);
        var settings = SimulationSettings.bare().withLatency(latency);
        try (var probe = new OrgProbe(SimulatedOrg.start(settings))) {
            var start = Instant.now();
            probe.get("/api/v1/groups");

            assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(latency);
        }
    }

    @Test
    void takesOnlySoManyRequestsAtOnce() throws Exception {
        var settings = SimulationSettings.bare().withConcurrency(1);
        try (var probe = new OrgProbe(SimulatedOrg.start(settings))) {
            probe.org().next(Fault.delay(Duration.ofSeconds(1)));
            var slow = CompletableFuture.supplyAsync(() -> status(probe));
            while (probe.org().requests().isEmpty()) {
                Thread.onSpinWait();
            }
            var refused = probe.get("/api/v1/groups");

            assertThat(error(refused)).isEqualTo("429 E0000047");
            assertThat(header(refused, "X-Rate-Limit-Limit")).isEqualTo("0");
            assertThat(slow.get()).isEqualTo(200);
            assertThat(probe.get("/api/v1/groups").statusCode()).isEqualTo(200);
        }
    }

    private static int status(OrgProbe probe) {
        try {
            return probe.get("/api/v1/groups").statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
