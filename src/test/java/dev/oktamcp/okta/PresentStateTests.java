package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

        assertThat(PresentState.of("getUser", user))
                .isEqualTo(
                        json(
                                """
                                {"id": "00u1", "status": "ACTIVE", "profile": {"login": "a@b.c"}}
                                """));
    }

    @ParameterizedTest
    @CsvSource({
        "getUser, lastLogin",
        "getApiToken, expiresAt",
        "getApiToken, lastUpdated",
        "getSession, expiresAt",
        "getDevice, lastUpdated",
        "getApplicationUser, lastSync"
    })
    void doesNotChangeByBeingUsed(String shownBy, String property) {
        var object = json("{\"status\": \"ACTIVE\"}");
        var used = object.deepCopy().put(property, "2026-01-02T00:00:00.000Z");

        assertThat(PresentState.of(shownBy, used)).isEqualTo(object);
    }

    /// What is written anew by being used is, of something else, a sign that somebody changed it.
    @ParameterizedTest
    @CsvSource({"getGroup, lastUpdated", "getUser, lastUpdated", "getFactor, expiresAt"})
    void changesWhereSomebodyChangedIt(String shownBy, String property) {
        var object = json("{\"status\": \"ACTIVE\"}");
        var changed = object.deepCopy().put(property, "2026-01-02T00:00:00.000Z");

        assertThat(PresentState.of(shownBy, changed)).isNotEqualTo(object);
    }
}
