package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonValue;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// By what events can be counted.
enum LogKey {
    /// By login where there is one, else by what the actor is called.
    ACTOR,
    ADDRESS,
    EVENT_TYPE,
    OUTCOME,
    /// By name and id; an event on several apps counts for each.
    APP,
    /// By the hour in UTC.
    HOUR;

    static final String NONE = "none";

    /// The word for it in arguments.
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The keys that an event counts for, at least one.
    List<String> of(JsonNode event) {
        var keys =
                switch (this) {
                    case ACTOR -> Stream.of(actor(event.path("actor")));
                    case ADDRESS -> Stream.of(LogEvent.text(event, "/client/ipAddress"));
                    case EVENT_TYPE -> Stream.of(LogEvent.text(event, "/eventType"));
                    case OUTCOME -> Stream.of(LogEvent.text(event, "/outcome/result"));
                    case APP -> apps(event);
                    case HOUR -> Stream.of(hour(LogEvent.text(event, "/published")));
                };
        var known = keys.filter(Objects::nonNull).distinct().toList();
        return known.isEmpty() ? List.of(NONE) : known;
    }

    private static @Nullable String actor(JsonNode actor) {
        var login = LogEvent.text(actor, "/alternateId");
        var name = login == null ? LogEvent.Party.displayName(actor) : login;
        return name == null ? LogEvent.text(actor, "/id") : name;
    }

    private static Stream<String> apps(JsonNode event) {
        return event.path("target")
                .valueStream()
                .filter(target -> "AppInstance".equals(LogEvent.text(target, "/type")))
                .map(target ->
                        "%s (%s)"
                                .formatted(
                                        LogEvent.text(target, "/displayName"),
                                        LogEvent.text(target, "/id")));
    }

    /// Okta's times are in UTC and begin with `yyyy-MM-ddTHH`.
    private static @Nullable String hour(@Nullable String published) {
        return published == null || published.length() < 13
                ? null
                : published.substring(0, 13) + ":00Z";
    }
}
