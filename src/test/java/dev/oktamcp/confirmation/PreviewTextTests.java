package dev.oktamcp.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

class PreviewTextTests {

    private static JsonNode json(String json) {
        return JsonMapper.shared().readTree(json.replace('\'', '"'));
    }

    /// A long list of groups and one more: the one more is what matters.
    @Test
    void saysOfListsWhatTheyLoseAndGet() {
        var same =
                IntStream.range(0, 100)
                        .mapToObj("'00gStays%015d'"::formatted)
                        .collect(Collectors.joining(", "));
        var changes =
                json(
                        "{'groups': {'from': [%s, '00gGone'], 'to': [%s, '00gNew']}}"
                                .formatted(same, same));

        assertThat(PreviewText.changes(changes))
                .containsExactly("groups: loses [\"00gGone\"], gets [\"00gNew\"]");
    }

    @Test
    void showsBothSidesOfALongText() {
        var changes = json("{'text': {'from': '%s', 'to': 'new'}}".formatted("x".repeat(5_000)));

        assertThat(PreviewText.changes(changes))
                .singleElement()
                .asString()
                .endsWith("x… (4,002 characters more) to \"new\"");
    }

    @Test
    void namesWhatIsNotShown() {
        assertThat(PreviewText.changes(json("{'password': '[redacted]'}")))
                .containsExactly("password changes to what is not shown");
    }
}
