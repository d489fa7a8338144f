package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.Map;

@ServerTest
class FactorToolsTests {

    private final SimulatedOrg org;
    private final RawClient client;

    FactorToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
    }

    private JsonNode factorsOf(String user) {
        return client.call("list_user_factors", Map.of("user_id", user)).value().path("items");
    }

    @Test
    void listsTheFactorsOfAUser() {
        var user = org.userId("ada.lovelace@example.com");

        assertThat(factorsOf(user).findValuesAsString("factorType")).contains("push");
    }

    @Test
    void listsWhatCouldBeSetUp() {
        var user = org.userId("ada.lovelace@example.com");

        var page = client.call("list_supported_factors", Map.of("user_id", user)).value();

        assertThat(page.path("items").findValuesAsString("factorType")).contains("sms", "webauthn");
    }

    @Test
    void removesOneFactorAndNoOther() {
        var user = org.userId("dorothy.vaughan@example.com");
        var before = factorsOf(user);
        var factor = before.path(0).path("id").stringValue();

        client.agreed("unenroll_user_factor", Map.of("user_id", user, "factor_id", factor)).value();

        assertThat(factorsOf(user).findValuesAsString("id"))
                .doesNotContain(factor)
                .hasSize(before.size() - 1);
    }

    @Test
    void handsOnThatAFactorIsUnknown() {
        var user = org.userId("dorothy.vaughan@example.com");

        var result =
                client.agreed(
                        "unenroll_user_factor", Map.of("user_id", user, "factor_id", "opfother"));

        assertThat(result.text()).contains("getFactor: HTTP 404, E0000007");
    }
}
