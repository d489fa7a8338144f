package dev.oktamcp.toolset;

import dev.oktamcp.toolset.RiskSign.Kind;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Looks for signs of a break-in among what happened around one person.
final class RiskRules {

    private static final int GUESSES = 5;
    private static final Duration GUESSING = Duration.ofHours(1);
    private static final Duration AFTERWARDS = Duration.ofDays(1);

    private final List<UserEvent> events;
    private final Map<Kind, List<UserEvent>> found = new EnumMap<>(Kind.class);

    /// @param events in the order of time
    RiskRules(List<UserEvent> events) {
        this.events = events;
    }

    /// @param tryingMany addresses from which sign-ins of many other users failed
    List<RiskSign> signs(JsonNode user, Set<String> tryingMany) {
        usedAfterEnd(user);
        journeys();
        guesses();
        each(
                Kind.ADDRESS_TRIES_MANY,
                event -> signedIn(event) && tryingMany.contains(event.event().address() + ""));
        each(Kind.REPORTED_BY_USER, is("user.account.report_suspicious_activity_by_enduser"));
        each(Kind.PUSH_DENIED, is("user.mfa.okta_verify.deny_push"));
        each(Kind.THREAT_SEEN_BY_OKTA, UserEvent::threat);
        each(Kind.PROGRAM, event -> signedIn(event) && event.isByProgram());
        each(
                Kind.ADMIN_RIGHTS_GIVEN,
                is("user.account.privilege.grant").and(event -> !event.own()));
        each(Kind.LOCKED, is("user.account.lock"));
        factorsAfter(earliest());
        var signs = new ArrayList<RiskSign>();
        found.forEach((kind, shown) -> signs.add(RiskSign.of(kind, shown)));
        return signs;
    }

    private static boolean signedIn(UserEvent event) {
        return event.isSignIn() && event.isSuccess();
    }

    private static Predicate<UserEvent> is(String type) {
        return event -> event.type().equals(type);
    }

    private void each(Kind kind, Predicate<UserEvent> shows) {
        events.stream().filter(shows).forEach(event -> add(kind, event));
    }

    private void add(Kind kind, UserEvent event) {
        found.computeIfAbsent(kind, _ -> new ArrayList<>()).add(event);
    }

    /// By the user's present status: since when it is ended, Okta keeps.
    private void usedAfterEnd(JsonNode user) {
        var status = user.path("status").asString("");
        var changed = LogEvent.text(user, "/statusChanged");
        if (changed != null && Set.of("SUSPENDED", "DEPROVISIONED").contains(status)) {
            var end = Instant.parse(changed);
            each(Kind.USED_AFTER_END, event -> signedIn(event) && event.time().isAfter(end));
        }
    }

    private void journeys() {
        UserEvent before = null;
        for (var event : events) {
            if (signedIn(event) && event.spot() != null) {
                if (before != null && event.isTooFarFrom(before)) {
                    add(Kind.IMPOSSIBLE_JOURNEY, before);
                    add(Kind.IMPOSSIBLE_JOURNEY, event);
                }
                before = event;
            }
        }
    }

    private void guesses() {
        var wrong = new ArrayDeque<UserEvent>();
        for (var event : events) {
            while (!wrong.isEmpty()
                    && wrong.getFirst().time().isBefore(event.time().minus(GUESSING))) {
                wrong.removeFirst();
            }
            if (event.isWrongPassword()) {
                wrong.addLast(event);
            } else if (event.isSessionStart()) {
                if (wrong.size() >= GUESSES) {
                    add(Kind.PASSWORD_GUESSED, event);
                }
                wrong.clear();
            }
        }
    }

    private @Nullable Instant earliest() {
        return found.values().stream()
                .flatMap(List::stream)
                .map(UserEvent::time)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private void factorsAfter(@Nullable Instant sign) {
        if (sign != null) {
            each(
                    Kind.FACTORS_CHANGED_AFTER,
                    event ->
                            event.isFactorChange()
                                    && !event.time().isBefore(sign)
                                    && event.time().isBefore(sign.plus(AFTERWARDS)));
        }
    }
}
