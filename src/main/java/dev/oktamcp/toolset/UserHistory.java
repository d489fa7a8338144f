package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What happened around one person, in the order of time.
///
/// @param hasMore whether there was more before that was not read
record UserHistory(List<UserEvent> events, boolean hasMore) {

    private static final Set<String> ENDS = Set.of("user.session.end", "user.session.expire");
    private static final int SHOWN = 20;
    private static final int TOP = 10;
    private static final String OTHERS = "get_logs returns all, by the user's id.";

    /// @param latestFirst as Okta gives them out
    static UserHistory of(List<UserEvent> latestFirst, boolean hasMore) {
        var events = new ArrayList<>(latestFirst);
        Collections.reverse(events);
        return new UserHistory(events, hasMore);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SignInSummary(
            int succeeded,
            int failed,
            @JsonProperty("by_place") List<Tally.Count> byPlace,
            @JsonProperty("by_address") List<Tally.Count> byAddress,
            @JsonProperty("failed_by_reason") List<Tally.Count> failedByReason) {}

    /// Okta tells when sessions began and ended, not which there are.
    record Sessions(int started, int ended, @JsonProperty("ended_by_admin") int endedByAdmin) {}

    SignInSummary signIns() {
        var places = new Tally();
        var addresses = new Tally();
        var reasons = new Tally();
        var tried = events.stream().filter(UserHistory::isTry).toList();
        for (var each : tried) {
            var event = each.event();
            places.add(event.place() == null ? LogKey.NONE : event.place());
            addresses.add(event.address() == null ? LogKey.NONE : event.address());
            if (!each.isSuccess()) {
                reasons.add(event.reason() == null ? event.result() + "" : event.reason());
            }
        }
        var succeeded = count(each -> isTry(each) && each.isSuccess());
        return new SignInSummary(
                succeeded,
                tried.size() - succeeded,
                places.top(TOP),
                addresses.top(TOP),
                reasons.top(TOP));
    }

    /// A policy's decision is a step of a sign-in, which has an event of its own.
    private static boolean isTry(UserEvent event) {
        return event.isSignIn() || event.isWrongPassword();
    }

    Sessions sessions() {
        return new Sessions(
                count(UserEvent::isSessionStart),
                count(each -> ENDS.contains(each.type())),
                count(each -> !each.own() && each.type().equals("user.session.clear")));
    }

    Excerpt<LogEvent> factorChanges() {
        return excerpt(UserEvent::isFactorChange);
    }

    /// What others changed about this person.
    Excerpt<LogEvent> changesByOthers() {
        return excerpt(UserEvent::isChangeByOther);
    }

    /// What this person changed in the org.
    Excerpt<LogEvent> changesByUser() {
        return excerpt(event -> event.own() && AdminActivityTools.isChange(event.type()));
    }

    /// From which the person signed in, the rarest first: one that is used every day is no news.
    List<String> addresses(int most) {
        var addresses = new Tally();
        for (var event : events) {
            if (event.isSignIn() && event.isSuccess() && event.event().address() != null) {
                addresses.add(event.event().address());
            }
        }
        return addresses.top(addresses.keys()).reversed().stream()
                .limit(most)
                .map(Tally.Count::key)
                .toList();
    }

    private int count(Predicate<UserEvent> which) {
        return Math.toIntExact(events.stream().filter(which).count());
    }

    private Excerpt<LogEvent> excerpt(Predicate<UserEvent> which) {
        var latestFirst = events.reversed().stream().filter(which).map(UserEvent::event).toList();
        return Excerpt.of(latestFirst, SHOWN, OTHERS);
    }
}
