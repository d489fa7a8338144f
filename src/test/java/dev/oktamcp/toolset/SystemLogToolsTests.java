package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Map;

@ServerTest
class SystemLogToolsTests {

    private final SimulatedOrg org;
    private final RawClient client;

    SystemLogToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
    }

    @Test
    void findsWhatWasJustDone() {
        var user = org.hasUser("logged@example.com");
        client.call("suspend_user", Map.of("user_id", user)).value();

        var filter =
                "eventType eq \"user.lifecycle.suspend\" and target.id eq \"%s\"".formatted(user);
        var page = client.call("get_logs", Map.of("filter", filter, "sort_order", "DESCENDING"));

        assertThat(page.value().path("items")).hasSize(1);
    }

    @Test
    void namesTheOrdersThatThereAre() {
        var result = client.call("get_logs", Map.of("sort_order", "latest"));

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("sort_order").contains("DESCENDING");
    }

    @Test
    void handsOnWhatIsWrongWithAFilter() {
        var result = client.call("get_logs", Map.of("filter", "eventType eqq \"x\""));

        assertThat(result.text()).contains("E0000053");
    }
}
