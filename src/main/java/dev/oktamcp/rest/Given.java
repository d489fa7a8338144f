package dev.oktamcp.rest;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Reads the values that several resources take.
public final class Given {

    private static final int LONGEST_NAME = 60;

    /// Characters of all names together, which is what the columns take.
    private static final int FEW = 4000;

    private static final int MANY = 60_000;

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    /// Of methods, tags, tools, scopes and ids.
    private static final Pattern NAME = Pattern.compile("[!-+\\--~]{1,200}");

    private Given() {}

    /// A name for people: 1 to 60 characters, none of them a control character.
    ///
    /// @throws RestException 400
    public static String name(@Nullable String given) {
        var name = given == null ? "" : given.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw RestException.badRequest(
                            "name is missing or too long: give 1 to %d characters."
                                    .formatted(LONGEST_NAME))
                    .with("field", "name");
        }
        if (!name.codePoints().allMatch(Given::shown)) {
            throw RestException.badRequest("name holds characters that can't be shown.")
                    .with("field", "name");
        }
        return name;
    }

    private static boolean shown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    /// A value that must be there.
    ///
    /// @throws RestException 400
    public static String required(@Nullable String given, String field) {
        if (given == null || given.isBlank()) {
            throw RestException.badRequest("%s is missing.".formatted(field)).with("field", field);
        }
        return given.strip();
    }

    /// The end of something; null where it has none.
    ///
    /// @param unless the end that it has already, which may be past
    /// @throws RestException 400 for what is no time, and for a time that is past
    public static @Nullable Instant end(
            @Nullable String given, Instant now, @Nullable Instant unless) {
        if (given == null) {
            return null;
        }
        var end = time(given);
        if (!end.isAfter(now) && !end.equals(unless)) {
            throw RestException.badRequest(
                            "expires_at %s is in the past. Give a later time, or null for no expiry."
                                    .formatted(end))
                    .with("field", "expires_at");
        }
        return end;
    }

    private static Instant time(String given) {
        try {
            var time = OffsetDateTime.parse(given).toInstant();
            if (time.isBefore(LATEST)) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // The words are the same.
        }
        throw RestException.badRequest(
                        "expires_at can't be read. Write it as in 2030-01-31T18:00:00Z.")
                .with("field", "expires_at");
    }

    /// Names without doubles, in alphabetical order; none where the field is missing.
    ///
    /// @throws RestException 400 for an empty name, or what no name can be
    public static Set<String> names(@Nullable List<@Nullable String> given, String field) {
        return names(given, field, FEW);
    }

    /// The same, of fields that may name every tool there is.
    ///
    /// @throws RestException 400 for an empty name, or what no name can be
    public static Set<String> manyNames(@Nullable List<@Nullable String> given, String field) {
        return names(given, field, MANY);
    }

    private static Set<String> names(
            @Nullable List<@Nullable String> given, String field, int most) {
        var names = new TreeSet<String>();
        for (var name : given == null ? List.<@Nullable String>of() : given) {
            if (name == null || !NAME.matcher(name.strip()).matches()) {
                throw RestException.badRequest(
                                "%s holds a name that is empty or is none.".formatted(field))
                        .with("field", field);
            }
            names.add(name.strip());
        }
        if (String.join(",", names).length() > most) {
            throw RestException.badRequest(
                            "%s holds more than %d characters.".formatted(field, most))
                    .with("field", field);
        }
        return names;
    }

    /// Names of profile attributes, as they are in the org's schema.
    ///
    /// @throws RestException 400 for what can be none
    public static Set<String> attributes(@Nullable List<@Nullable String> given, String field) {
        for (var name : given == null ? List.<@Nullable String>of() : given) {
            if (name == null || !ATTRIBUTE.matcher(name.strip()).matches()) {
                throw RestException.badRequest(
                                "%s holds what can be no profile attribute. Give names as in the org's schema, without profile, for example mobilePhone."
                                        .formatted(field))
                        .with("field", field);
            }
        }
        return names(given, field);
    }

    /// The names as a client would send them.
    public static List<@Nullable String> list(Collection<String> names) {
        return new ArrayList<>(new TreeSet<>(names));
    }

    /// An ISO 8601 duration from zero on; zero where none is given.
    ///
    /// @throws RestException 400 for what is none, or longer than `most`
    public static Duration duration(@Nullable String given, String field, Duration most) {
        try {
            var duration = given == null ? Duration.ZERO : Duration.parse(given);
            if (!duration.isNegative() && duration.compareTo(most) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // The words are the same.
        }
        throw RestException.badRequest(
                        "%s must be a duration such as PT1H, at most %s.".formatted(field, most))
                .with("field", field);
    }
}
