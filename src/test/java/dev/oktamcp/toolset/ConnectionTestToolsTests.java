package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Map;
import java.util.Set;

@ServerTest
class ConnectionTestToolsTests {

    private final SimulatedOrg org;
    private final TestServers servers;

    ConnectionTestToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
    }

    @Test
    void asksOktaInEveryAreaAndSaysHowLongItTook() {
        var report = RawClient.connected(servers.readOnly()).call("okta_test", Map.of()).value();

        assertThat(report.path("works").asBoolean()).isTrue();
        assertThat(report.path("org").asString()).isEqualTo(org.url().toString());
        assertThat(report.path("org_id").asString()).startsWith("00o");
        assertThat(report.path("credential").asString()).isEqualTo("API_TOKEN");
        assertThat(report.path("checks"))
                .hasSize(6)
                .allSatisfy(check -> {
                    assertThat(check.path("works").asBoolean()).isTrue();
                    assertThat(check.path("milliseconds").asLong(-1)).isNotNegative();
                });
        assertThat(report.path("not_allowed")).isEmpty();
    }

    @Test
    void saysWhatOktaHasAgainstOneAreaAndTriesTheOthers() {
        var excluded = Set.of("getWellknownOrgMetadata");
        var filter = new Filter(Set.of("read"), Set.of(), Set.of(), excluded, Set.of());
        org.next(Fault.status(403));

        var report = RawClient.connected(servers.with(filter)).call("okta_test", Map.of()).value();

        assertThat(report.path("works").asBoolean()).isFalse();
        assertThat(report.path("checks"))
                .filteredOn(check -> !check.path("works").asBoolean())
                .singleElement()
                .satisfies(check ->
                        assertThat(check.path("problem").asString())
                                .contains(check.path("operation").asString(), "403"));
    }

    @Test
    void triesNothingThatTheFilterDoesNotAllow() {
        var filter = new Filter(Set.of("read"), Set.of("groups"), Set.of(), Set.of(), Set.of());

        var report = RawClient.connected(servers.with(filter)).call("okta_test", Map.of()).value();

        assertThat(report.path("checks").findValuesAsString("operation"))
                .containsExactly("listGroups");
        assertThat(report.path("not_allowed")).hasSize(5);
        assertThat(report.path("org_id").isNull()).isTrue();
        assertThat(org.requests()).hasToString("[GET /api/v1/groups?limit=1]");
    }
}
