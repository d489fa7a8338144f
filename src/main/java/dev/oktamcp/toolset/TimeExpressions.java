package dev.oktamcp.toolset;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.PlainText;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/// Understands times as people and models write them; all are in UTC, and a day has 24 hours.
///
/// @param now as of when relative times are meant
record TimeExpressions(Instant now) {

    static final String FORMS =
            "ISO 8601 in UTC (2026-01-31, 2026-01-31T08:00:00Z), now, today, yesterday, last 24"
                    + " hours, last 7 days, 2 hours ago";

    private static final String UNIT = "(m|mins?|minutes?|h|hours?|d|days?|w|weeks?)";
    private static final Pattern LAST = Pattern.compile("(?:last|past) (?:(\\d{1,5}) ?)?" + UNIT);
    private static final Pattern AGO = Pattern.compile("(\\d{1,5}|an?) ?" + UNIT + " ago");
    private static final int LONGEST = 60;

    /// What a text names: a moment, or a time with a beginning and an end.
    private record Span(Instant from, Instant to) {

        static Span at(Instant moment) {
            return new Span(moment, moment);
        }

        static Span of(LocalDate day) {
            var midnight = day.atStartOfDay().toInstant(ZoneOffset.UTC);
            return new Span(midnight, midnight.plus(Duration.ofDays(1)));
        }
    }

    /// The moment itself, or the beginning of the time that is named.
    ///
    /// @param name of the parameter, for the failure
    /// @throws ToolException for a text that is not understood
    Instant begin(String name, String text) {
        return span(name, text).from();
    }

    /// The moment itself, or the end of the time that is named: of a day, the next midnight.
    ///
    /// @throws ToolException for a text that is not understood
    Instant end(String name, String text) {
        return span(name, text).to();
    }

    private Span span(String name, String text) {
        try {
            return span(text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
        } catch (DateTimeException e) {
            var failure =
                    "%s: '%s' is not a time that is understood here. Give one of: %s."
                            .formatted(name, PlainText.of(text, LONGEST), FORMS);
            throw new ToolException(
                    ToolResult.Failure.of(FailureCode.INVALID_ARGUMENTS, failure), e);
        }
    }

    private Span span(String words) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return switch (words) {
            case "now" -> Span.at(now);
            case "today" -> Span.of(today);
            case "yesterday" -> Span.of(today.minusDays(1));
            default -> relativeOrDated(words);
        };
    }

    private Span relativeOrDated(String words) {
        var last = LAST.matcher(words);
        if (last.matches()) {
            return new Span(now.minus(length(last.group(1), last.group(2))), now);
        }
        var ago = AGO.matcher(words);
        if (ago.matches()) {
            return Span.at(now.minus(length(ago.group(1), ago.group(2))));
        }
        return words.matches("\\d{4}-\\d{2}-\\d{2}")
                ? Span.of(LocalDate.parse(words))
                : Span.at(moment(words.replaceFirst("^(\\S+) (\\S+)$", "$1t$2")));
    }

    private static Instant moment(String words) {
        var parsed =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(
                        words, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof LocalDateTime local
                ? local.toInstant(ZoneOffset.UTC)
                : OffsetDateTime.from(parsed).toInstant();
    }

    /// @param count a number; `a`, `an` or nothing for one
    private static Duration length(@Nullable String count, String unit) {
        var number = count == null || count.startsWith("a") ? 1 : Integer.parseInt(count);
        return switch (unit.charAt(0)) {
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            case 'd' -> Duration.ofDays(number);
            default -> Duration.ofDays(7L * number);
        };
    }
}
