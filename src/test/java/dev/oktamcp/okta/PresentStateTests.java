package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PresentStateTests {

    private static ObjectNode json(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }

    @Test
    void isThePlainFactsOfAnObjectAndOfItsProfile() {
        var user =
                json(
                        """
                        {"id": "00u1", "status": "ACTIVE", "activated": null,
                         "profile": {"login": "a@b.c", "tags": ["x"]}, "type": {"id": "oty1"}}
                        """);

        assertThat(PresentState.of(user))
                .isEqualTo(
                        json(
                                """
                                {"id": "00u1", "status": "ACTIVE", "profile": {"login": "a@b.c"}}
                                """));
    }

    @Test
    void doesNotChangeWhenSomebodySignsIn() {
        var before = json("{\"status\": \"ACTIVE\", \"lastLogin\": \"2026-01-01T00:00:00.000Z\"}");
        var after = json("{\"status\": \"ACTIVE\", \"lastLogin\": \"2026-01-02T00:00:00.000Z\"}");

        assertThat(PresentState.of(after)).isEqualTo(PresentState.of(before));
    }
}
