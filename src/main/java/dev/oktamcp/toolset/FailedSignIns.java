package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Takes in the failed sign-ins of one person, the latest first.
final class FailedSignIns {

    private static final int SHOWN = 10;
    private static final int TOP = 10;

    private final Map<SignInProblem, Integer> problems = new EnumMap<>(SignInProblem.class);
    private final Tally reasons = new Tally();
    private final TreeSet<String> zones = new TreeSet<>();
    private final Map<String, LogEvent.Party> policies = new TreeMap<>();
    private final List<LogEvent> events = new ArrayList<>();
    private int found;
    private @Nullable String latest;

    /// @param policies that said no, and their rules, as the events name them
    /// @param zones from where it was tried, as the events name them
    /// @param events the latest of them
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Summary(
            @Nullable Instant since,
            @Nullable Instant until,
            int found,
            @JsonProperty("by_reason") List<Tally.Count> byReason,
            List<LogEvent.Party> policies,
            List<String> zones,
            List<LogEvent> events,
            @JsonProperty("has_more") boolean hasMore) {}

    void add(JsonNode json) {
        var event = LogEvent.of(json);
        found++;
        latest = latest == null ? event.published() : latest;
        problems.merge(SignInProblem.of(json), 1, Integer::sum);
        reasons.add(event.result() + (event.reason() == null ? "" : ": " + event.reason()));
        addZones(LogEvent.text(json, "/client/zone"));
        event.targets().stream().filter(FailedSignIns::isPolicy).forEach(this::addPolicy);
        if (events.size() < SHOWN) {
            events.add(event);
        }
    }

    /// Okta writes the word null where the address is in no zone.
    private void addZones(@Nullable String zone) {
        if (zone != null && !zone.equals("null")) {
            zones.add(zone);
        }
    }

    private static boolean isPolicy(LogEvent.Party target) {
        return target.type() != null && target.type().startsWith("Policy");
    }

    private void addPolicy(LogEvent.Party policy) {
        policies.put(policy.id() + "", policy);
    }

    /// When the last one was; null where there was none.
    @Nullable String latest() {
        return latest;
    }

    Map<SignInProblem, Integer> problems() {
        return problems;
    }

    Summary summary(LogWindow window, boolean hasMore) {
        return new Summary(
                window.since(),
                window.until(),
                found,
                reasons.top(TOP),
                List.copyOf(policies.values()),
                List.copyOf(zones),
                events,
                hasMore);
    }
}
