package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.simulation.LogBook.From;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

@ServerTest
class UnusedAppToolsTests {

    private final SimulatedOrg org;
    private final TestServers servers;
    private final RawClient client;

    UnusedAppToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
        this.client = RawClient.connected(servers.full());
    }

    private static List<JsonNode> unused(RawClient as, Map<String, ?> arguments) {
        var apps = new ArrayList<JsonNode>();
        var page = as.call("list_unused_applications", arguments).value();
        page.path("apps").forEach(apps::add);
        while (page.path("has_more").asBoolean(false)) {
            var next = new HashMap<String, Object>(arguments);
            next.put("cursor", page.path("next_cursor").stringValue());
            page = as.call("list_unused_applications", next).value();
            page.path("apps").forEach(apps::add);
        }
        return apps;
    }

    private static List<String> labels(List<JsonNode> apps) {
        return apps.stream().map(app -> app.path("label").stringValue()).toList();
    }

    @Test
    void namesAppsThatNobodySignedInto() {
        var apps = unused(client, Map.of());

        assertThat(labels(apps))
                .contains("Payroll", "Ledger")
                .doesNotContain("Wiki", "Mail")
                .as("inactive")
                .doesNotContain("Old Intranet");
        assertThat(apps).allMatch(app -> !app.path("signed_into").asBoolean(true));
    }

    @Test
    void goesByTheDaysThatAreGiven() {
        var from = From.browser("192.0.2.30", "London");
        org.log().signsInTo("ada.lovelace@example.com", "Monitoring", Duration.ofDays(20), from);

        assertThat(labels(unused(client, Map.of("days", 30)))).doesNotContain("Monitoring");
        assertThat(labels(unused(client, Map.of("days", 10)))).contains("Monitoring");
    }

    @Test
    void tellsWhatIsAssignedToNobody() {
        var bookmark =
                Map.of(
                        "label",
                        "Forgotten",
                        "signOnMode",
                        "BOOKMARK",
                        "name",
                        "bookmark",
                        "settings",
                        Map.of("app", Map.of("url", "https://forgotten.example.com")));
        client.agreed(
                        "call_change",
                        Map.of(
                                "operation",
                                "createApplication",
                                "arguments",
                                Map.of("body", bookmark)))
                .value();

        var apps = unused(client, Map.of());

        assertThat(apps)
                .filteredOn(app -> app.path("label").stringValue().equals("Forgotten"))
                .singleElement()
                .matches(app -> !app.path("assigned").asBoolean(true));
        assertThat(apps)
                .filteredOn(app -> app.path("label").stringValue().equals("Payroll"))
                .singleElement()
                .matches(app -> app.path("assigned").asBoolean(false));
    }

    @Test
    void goesByAssignmentsAloneWithoutTheLog() {
        var filter =
                new Filter(Set.of("read"), Set.of(), Set.of(), Set.of("listLogEvents"), Set.of());
        var few = RawClient.connected(servers.with(filter));

        var answer = few.call("list_unused_applications", Map.of()).value();

        assertThat(answer.path("left_out").findValuesAsString("part")).containsExactly("sign-ins");
        assertThat(labels(unused(few, Map.of()))).doesNotContain("Payroll");
    }

    @Test
    void saysHowFarTheLogReaches() {
        var answer = client.call("list_unused_applications", Map.of()).value();

        assertThat(answer.path("note").stringValue()).contains("90 days");
        assertThat(answer.path("looked_at").asInt()).isEqualTo(20);
    }

    @Test
    void countsGrantsOfCustomAuthorizationServersAsUse() {
        assertThat(labels(unused(client, Map.of("days", 30)))).contains("Build Server");

        var from = From.browser("192.0.2.31", "London");
        org.log().grantsToken("Build Server", Duration.ofDays(2), from);

        assertThat(labels(unused(client, Map.of("days", 30)))).doesNotContain("Build Server");
    }
}
