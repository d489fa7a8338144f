package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.fixture.Tokens;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/// How many tokens a model is spared by a concise list, beside Okta's JSON of the same items.
@ServerTest
class EconomyTests {

    private final SimulatedOrg org;
    private final TestServers servers;
    private final RawClient client;

    EconomyTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
        this.client = RawClient.connected(servers.readOnly());
    }

    private String wire(String path) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(org.url().resolve(path))
                        .header("Authorization", "SSWS " + org.apiToken())
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }

    private JsonNode items(String operation) {
        var arguments = Map.of("limit", 20);
        var call = Map.of("operation", operation, "arguments", arguments);
        return client.call("call_read", call).value().path("items");
    }

    private static List<String> ids(JsonNode items) {
        return items.valueStream().map(item -> item.path("id").asString()).toList();
    }

    /// Log events go on being written, so that the same ones are not asked for twice: they all have
    /// the same shape.
    @ParameterizedTest
    @CsvSource({
        "listUsers, /api/v1/users?limit=20, 35",
        "listGroups, /api/v1/groups?limit=20, 35",
        "listApplications, /api/v1/apps?limit=20, 60",
        "listLogEvents, /api/v1/logs?limit=20, 60"
    })
    void conciseListsSpareTokens(String operation, String path, int percent) throws Exception {
        var wire = wire(path);
        var items = items(operation);

        assertThat(ids(items)).isEqualTo(ids(JsonMapper.shared().readTree(wire))).isNotEmpty();
        var spared = 100 - 100.0 * Tokens.of(items) / Tokens.of(wire);
        assertThat(spared).isGreaterThanOrEqualTo(percent);
    }

    /// Okta has them in a link alone, and links are not shown.
    @Test
    void keepIdsThatOnlyALinkHas() {
        var app = items("listApplications").get(0).path("id").asString();
        var policies = Map.of("type", "ACCESS_POLICY");
        var list = Map.of("operation", "listPolicies", "arguments", policies);
        var id = client.call("call_read", list).value().at("/items/0/id").asString();
        var policy = Map.of("appId", app, "policyId", id);
        var assign = Map.of("operation", "assignApplicationPolicy", "arguments", policy);
        assertThat(RawClient.connected(servers.full()).agreed("call_change", assign).failed())
                .isFalse();

        assertThat(items("listApplications").get(0).path("accessPolicyId").asString())
                .isEqualTo(id);
        var one = Map.of("operation", "getApplication", "arguments", Map.of("appId", app));
        assertThat(client.call("call_read", one).value().path("accessPolicyId").asString())
                .isEqualTo(id);
    }

    @Test
    void keepWhatANextCallNeeds() {
        var apps = items("listApplications");
        assertThat(apps.get(0).propertyNames())
                .contains("id", "orn", "name", "label", "status", "signOnMode", "created");
        assertThat(apps.valueStream())
                .anyMatch(app -> app.at("/credentials/signing/kid").isString());
        assertThat(items("listGroups").get(0).propertyNames())
                .contains("id", "type", "created", "lastUpdated", "lastMembershipUpdated");
        var event = items("listLogEvents").get(0);
        assertThat(event.propertyNames()).contains("uuid", "published", "eventType", "outcome");
        for (var property : List.of("/actor", "/target/0")) {
            assertThat(event.at(property).propertyNames())
                    .contains("id", "type", "alternateId", "displayName");
        }
        assertThat(event.at("/client/ipAddress").asString("")).isNotEmpty();
        assertThat(event.at("/client/geographicalContext").propertyNames())
                .containsExactly("city", "country");
    }

    /// What `revokeApiToken` takes.
    @Test
    void keepTheTokenThatAnEventCameBy() {
        var group = Map.of("profile", Map.of("name", "Made with a token"));
        RawClient.connected(servers.full()).call("create_group", group).value();
        var latest = Map.of("sortOrder", "DESCENDING");
        var call = Map.of("operation", "listLogEvents", "arguments", latest);

        var events = client.call("call_read", call).value().path("items");

        assertThat(events.valueStream())
                .filteredOn(event -> event.path("eventType").asString().startsWith("group."))
                .isNotEmpty()
                .allMatch(event -> event.at("/transaction/detail/requestApiTokenId").isString());
    }
}
