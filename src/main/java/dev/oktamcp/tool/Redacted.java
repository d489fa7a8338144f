package dev.oktamcp.tool;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// What stands in an answer where a secret was. It must never come back as a value: written to
/// Okta, it would be the secret from then on.
public final class Redacted {

    /// What is put in a secret's place.
    public static final String MARK = "[redacted]";

    private static final int LONGEST_PLACE = 200;

    private Redacted() {}

    /// Why a call is refused; empty where none of its arguments is such a mark.
    static Optional<ToolResult.Failure> refusal(Map<String, Object> arguments) {
        return placeIn("", arguments)
                .map(place ->
                        ToolResult.Failure.of(
                                FailureCode.INVALID_ARGUMENTS,
                                "%s is %s, which stands in answers for a secret that is not shown. Sent to Okta it would replace the secret: leave it out where Okta keeps what is left out, or give the value itself."
                                        .formatted(PlainText.of(place, LONGEST_PLACE), MARK)));
    }

    private static Optional<String> placeIn(String place, @Nullable Object value) {
        return switch (value) {
            case String text -> text.equals(MARK) ? Optional.of(place) : Optional.empty();
            case Map<?, ?> object ->
                    object.entrySet().stream()
                            .flatMap(entry ->
                                    placeIn(place + "/" + entry.getKey(), entry.getValue())
                                            .stream())
                            .findFirst();
            case Collection<?> list ->
                    list.stream().flatMap(item -> placeIn(place, item).stream()).findFirst();
            case null, default -> Optional.empty();
        };
    }
}
