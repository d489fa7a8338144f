package dev.oktamcp.simulation;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What the simulated org is like; the defaults make a small company.
///
/// @param port 0 for any free port
/// @param seed the same seed gives the same people, ids and events
/// @param clock the org's own time, in timestamps, log windows and rate-limit windows; the `Date`
///   header is the machine's time
/// @param apiTokens the tokens the org accepts, all of them its administrator's; the first is the
///   one that [SimulatedOrg#apiToken()] hands out
/// @param users how many people are seeded
/// @param groups how many groups there are; the first twelve are always there
/// @param logEvents how many System Log events the last 90 days hold
/// @param rateLimits the quotas
/// @param concurrency how many requests are answered at once; 0 for any number
/// @param latency how long every answer takes beside the work
public record SimulationSettings(
        int port,
        long seed,
        Clock clock,
        List<String> apiTokens,
        int users,
        int groups,
        int logEvents,
        RateLimits rateLimits,
        int concurrency,
        Duration latency) {

    private static final String TOKEN = "00" + "simulated".repeat(4) + "0000";

    public SimulationSettings {
        apiTokens = List.copyOf(apiTokens);
        if (apiTokens.isEmpty()) {
            throw new IllegalArgumentException("Give the simulated org at least one API token");
        }
        if (users < 0 || logEvents < 0) {
            throw new IllegalArgumentException("A number of users or events is not below 0");
        }
    }

    public static SimulationSettings defaults() {
        return new SimulationSettings(
                0,
                1,
                Clock.systemUTC(),
                List.of(TOKEN),
                120,
                12,
                2000,
                RateLimits.DEFAULTS,
                0,
                Duration.ZERO);
    }

    /// No seeded people and no events: only the administrator and the twelve groups.
    public static SimulationSettings bare() {
        return defaults().withUsers(0).withLogEvents(0);
    }

    /// A company of a thousand, with sixty groups, and a log that has stories to tell.
    public static SimulationSettings large() {
        return defaults().withUsers(1000).withGroups(60).withLogEvents(30_000);
    }

    public SimulationSettings withPort(int value) {
        return with(change -> change.port = value);
    }

    public SimulationSettings withSeed(long value) {
        return with(change -> change.seed = value);
    }

    public SimulationSettings withClock(Clock value) {
        return with(change -> change.clock = value);
    }

    public SimulationSettings withApiToken(String value) {
        return with(change -> change.apiTokens.add(value));
    }

    public SimulationSettings withUsers(int value) {
        return with(change -> change.users = value);
    }

    public SimulationSettings withGroups(int value) {
        return with(change -> change.groups = value);
    }

    public SimulationSettings withLogEvents(int value) {
        return with(change -> change.logEvents = value);
    }

    public SimulationSettings withConcurrency(int value) {
        return with(change -> change.concurrency = value);
    }

    public SimulationSettings withRateLimits(RateLimits value) {
        return with(change -> change.rateLimits = value);
    }

    public SimulationSettings withRateLimit(RateBucket bucket, int perMinute) {
        return withRateLimits(rateLimits.with(bucket, perMinute));
    }

    public SimulationSettings withLatency(Duration value) {
        return with(change -> change.latency = value);
    }

    private SimulationSettings with(Consumer<Change> change) {
        var changed = new Change(this);
        change.accept(changed);
        return changed.made();
    }

    /// The same settings, to be changed.
    private static final class Change {

        private int port;
        private long seed;
        private Clock clock;
        private final List<String> apiTokens;
        private int users;
        private int groups;
        private int logEvents;
        private RateLimits rateLimits;
        private int concurrency;
        private Duration latency;

        Change(SimulationSettings from) {
            port = from.port;
            seed = from.seed;
            clock = from.clock;
            apiTokens = new ArrayList<>(from.apiTokens);
            users = from.users;
            groups = from.groups;
            logEvents = from.logEvents;
            rateLimits = from.rateLimits;
            concurrency = from.concurrency;
            latency = from.latency;
        }

        SimulationSettings made() {
            return new SimulationSettings(
                    port,
                    seed,
                    clock,
                    apiTokens,
                    users,
                    groups,
                    logEvents,
                    rateLimits,
                    concurrency,
                    latency);
        }
    }
}
