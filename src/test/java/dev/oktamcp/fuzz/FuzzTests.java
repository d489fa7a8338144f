package dev.oktamcp.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.Databases;
import dev.oktamcp.fixture.RunningServer;
import dev.oktamcp.fixture.TestDatabase;
import dev.oktamcp.simulation.SimulatedOrg;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;

/// Whatever a peer sends in either era: the server answers as the protocol has it, tells nothing of
/// its inside, and needs nothing more afterwards than before. `-Dfuzz.seed`, `-Dfuzz.seconds` and
/// `-Dfuzz.messages` make another run.
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class FuzzTests {

    private static final long SEED = Long.getLong("fuzz.seed", 20260728);
    private static final long SECONDS = Long.getLong("fuzz.seconds", 3);
    private static final long MESSAGES = Long.getLong("fuzz.messages", Long.MAX_VALUE);
    private static final int PEERS = 4;
    private static final int TO_WARM_UP = 1_000;
    private static final long MOST_GROWTH = 24 << 20;
    private static final int MORE_THREADS = 8;

    private final TestDatabase database = Databases.H2.fresh();
    private final SimulatedOrg org = SimulatedOrg.start();
    private final RunningServer server =
            RunningServer.start(
                    database,
                    org,
                    "--okta-mcp.mcp.messages-per-minute=10000000",
                    "--okta-mcp.mcp.sessions-per-minute=10000000",
                    "--okta-mcp.limits.calls-per-minute=10000000",
                    "--okta-mcp.mcp.streams=1000",
                    "--okta-mcp.okta.max-wait=3s");

    @AfterAll
    void stop() {
        server.close();
        org.close();
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void nothingThatIsSentDoesHarm(CapturedOutput output) throws InterruptedException {
        System.out.printf("fuzz: seed %d, -Dfuzz.seed has another one%n", SEED);
        fuzz(SEED, sent -> sent < TO_WARM_UP);
        var before = footprint();
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);

        var statuses = fuzz(SEED + PEERS, sent -> sent < MESSAGES && System.nanoTime() < until);

        System.out.printf("fuzz: %s, before %s, after %s%n", statuses, before, footprint());
        assertThat(statuses.get(200)).as("got through").isGreaterThan(all(statuses) / 20);
        assertThat(output.getAll().lines()).noneMatch(FuzzTests::isTrouble);
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> isNoMoreThan(before));
    }

    private Map<Integer, Long> fuzz(long seed, LongPredicate goOn) throws InterruptedException {
        var run = new Run(server, PEERS);
        assertThat(run.of(seed, goOn)).isEmpty();
        return run.statuses();
    }

    private static long all(Map<Integer, Long> statuses) {
        return statuses.values().stream().mapToLong(Long::longValue).sum();
    }

    private static boolean isTrouble(String line) {
        return line.matches("\\S+Z +(ERROR .*|WARN .*handler.*)");
    }

    private void isNoMoreThan(Footprint before) {
        var now = footprint();
        assertThat(now.heapBytes()).isLessThan(before.heapBytes() + MOST_GROWTH);
        assertThat(now.threads()).isLessThan(before.threads() + MORE_THREADS);
    }

    /// Without what the audit has of all the calls, in this database in memory, and without what
    /// the simulated org remembers.
    private Footprint footprint() {
        database.jdbc().sql("delete from audit_event").update();
        org.forgetRequests();
        return Footprint.now();
    }
}
