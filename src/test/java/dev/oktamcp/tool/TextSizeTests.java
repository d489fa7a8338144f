package dev.oktamcp.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.Tokens;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class TextSizeTests {

    private static final String SMALL = "abcdefghijklmnopqrstuvwxyz";
    private static final String ALL = SMALL + SMALL.toUpperCase(Locale.ROOT) + "0123456789";

    private final Random random = new Random(7);

    /// What lists are full of that takes most tokens for a character.
    private String dense(String kind) {
        return switch (kind) {
            case "id" -> "00u" + some(ALL, 17);
            case "base64" -> some(ALL + "+/", 400);
            case "hex" -> some("0123456789abcdef", 40);
            case "small letters" -> some(SMALL, 20);
            case "capitals" -> some(SMALL.toUpperCase(Locale.ROOT), 20);
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "time" -> "2026-0%s-1%sT0%s:12:5%s.000Z".formatted(digits());
            case "address" -> "%s.19%s.%s1.20%s".formatted(digits());
            case "Amharic" -> some("አስተዳዳሪዎችየሠራተኞችንመዳረሻፈቃዶች", 30);
            default -> "👩‍💻🏳️‍🌈🧑‍🚀".repeat(1 + random.nextInt(3));
        };
    }

    private String some(String letters, int count) {
        return random.ints(count, 0, letters.length())
                .mapToObj(i -> letters.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private Object[] digits() {
        return random.ints(4, 1, 9).boxed().toArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "base64",
                "hex",
                "small letters",
                "capitals",
                "uuid",
                "time",
                "address",
                "Amharic",
                "emoji"
            })
    void countsHardlyLessThanATokenizerDoesOfWhatIsDense(String kind) {
        var list =
                Stream.generate(() -> "\"" + dense(kind) + "\"")
                        .limit(200)
                        .collect(Collectors.joining(",", "[", "]"));

        assertThat(TextSize.of(list).tokens() * 1.05).isGreaterThan(Tokens.of(list));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"00gk3Xw9QpLm2TzRb5d7\",\"type\":\"OKTA_GROUP\",\"profile\":{\"name\":\"Contractors\",\"description\":\"People"
                    + " with a contract from outside the company\"}}",
                "{\"status\":\"LOCKED_OUT\",\"lastLogin\":\"2026-03-02T09:14:05.000Z\",\"profile\":{\"firstName\":\"Ines\",\"lastName\":\"Eriksen\",\"login\":\"ines.eriksen@example.com\",\"department\":\"Human"
                    + " Resources\"}}",
                "Every change of a sign-on policy is written into the log, with the administrator"
                        + " who made it.",
                "{\"firstName\":\"Søren\",\"lastName\":\"Małkowska-Šimić\",\"city\":\"Göteborg\"}"
            })
    void countsNotMuchMoreOfWhatIsOrdinary(String text) {
        var real = Tokens.of(text);

        assertThat(TextSize.of(text).tokens()).isBetween(real, (int) (real * 1.7));
    }

    @Test
    void growsByWhatIsAdded() {
        var size = TextSize.of("{\"name\":\"Ada");
        var whole = TextSize.of("{\"name\":\"Ada Lovelace\"}");

        size.add(" Lovelace");
        size.add('"');
        size.add('}');

        assertThat(size.tokens()).isEqualTo(whole.tokens());
        assertThat(size.characters()).isEqualTo(23).isEqualTo(whole.characters());
    }
}
