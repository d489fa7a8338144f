package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.StatelessClient;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Documents of Okta's API and of the org: what a caller can't call, it can't read here either.
@ServerTest
class OrgResourceTests {

    private final SimulatedOrg org;
    private final TestServers servers;
    private final JdbcClient jdbc;
    private final String url;
    private final RawClient client;

    OrgResourceTests(
            @Autowired SimulatedOrg org,
            @Autowired TestServers servers,
            @Autowired JdbcClient jdbc) {
        this.org = org;
        this.servers = servers;
        this.jdbc = jdbc;
        this.url = servers.readOnly();
        this.client = RawClient.connected(url);
    }

    private RawClient only(String tag) {
        var filter = new Filter(Set.of("read"), Set.of(tag), Set.of(), Set.of(), Set.of());
        return RawClient.connected(servers.with(filter));
    }

    private static JsonNode read(RawClient client, String uri) {
        return client.request("resources/read", "{\"uri\":\"%s\"}".formatted(uri));
    }

    private static JsonNode document(RawClient client, String uri) {
        var content = read(client, uri).at("/result/contents/0");
        assertThat(content.path("uri").asString()).isEqualTo(uri);
        assertThat(content.path("mimeType").asString()).isEqualTo("application/json");
        return JsonMapper.shared().readTree(content.path("text").asString());
    }

    private static List<String> uris(RawClient client) {
        var listed = client.request("resources/list", "{}").path("result");
        var templates = client.request("resources/templates/list", "{}").path("result");
        var uris = new ArrayList<>(listed.findValuesAsString("uri"));
        uris.addAll(templates.findValuesAsString("uriTemplate"));
        return uris;
    }

    private static List<String> completed(
            RawClient client, String template, String argument, String typed) {
        var params =
                """
                {"ref":{"type":"ref/resource","uri":"%s"},"argument":{"name":"%s","value":"%s"}}\
                """
                        .formatted(template, argument, typed);
        return client.request("completion/complete", params)
                .at("/result/completion/values")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static void none(RawClient client, String uri) {
        var error = read(client, uri).path("error");
        assertThat(error.path("code").asInt()).isEqualTo(-32002);
        assertThat(error.path("message").asString()).isEqualTo("There is no such resource.");
    }

    @Test
    void anOperationReadsAsItIsDescribed() {
        var described = client.call("describe_operation", Map.of("operation", "listUsers")).value();

        assertThat(document(client, "okta://operation/listUsers")).isEqualTo(described);
    }

    @Test
    void whatTheFilterHidesReadsLikeWhatThereIsNot() {
        none(client, "okta://operation/deactivateUser");
        none(client, "okta://operation/noSuchOperation");
        none(client, "okta://nowhere");
        none(only("groups"), "okta://event-types");
        none(only("groups"), "okta://schema/user/default");
        assertThat(org.requests()).isEmpty();
    }

    @Test
    void theUsersSchemaIsReadFromTheOrgByACallOfItsTool() {
        var schema = document(client, "okta://schema/user/default");

        assertThat(schema.at("/definitions/base/properties").has("firstName")).isTrue();
        assertThat(org.requests()).hasToString("[GET /api/v1/meta/schemas/user/default]");
        assertThat(
                        jdbc.sql("select tool from audit_event where server_id = :server")
                                .param("server", TestServers.id(url))
                                .query(String.class)
                                .list())
                .contains("get_user_schema");
    }

    @Test
    void theSchemasOfGroupsAndAppsAreReadToo() {
        var app = client.call("list_applications", Map.of("q", "Wiki")).value().at("/items/0/id");

        var ofGroups = document(client, "okta://schema/group/default").path("items");
        var ofApp = document(client, "okta://schema/app/" + app.asString()).path("items");

        assertThat(ofGroups.findValuesAsString("name")).contains("name", "description");
        assertThat(ofApp).isNotEmpty();
        none(client, "okta://schema/app/0oa00000000000000000");
    }

    @Test
    void aSchemaThatOktaDoesNotHaveIsNoResource() {
        none(client, "okta://schema/user/osc00000000000000000");
    }

    @Test
    void eventTypesAreThereForWhoeverReadsTheLog() {
        var all = document(client, "okta://event-types");

        assertThat(all.path("categories").findValuesAsString("none")).isEmpty();
        assertThat(all.toString()).contains("\"user.session.start\"");
        assertThat(document(client, "okta://event-types/user.session.start").path("id").asString())
                .isEqualTo("user.session.start");
        none(client, "okta://event-types/no.such.type");
    }

    @Test
    void listsAreTheCallersOwn() {
        assertThat(uris(client))
                .contains(
                        "okta://event-types",
                        "okta://operation/{operationId}",
                        "okta://schema/user/{id}",
                        "okta://export/{export}.csv");
        assertThat(uris(only("groups")))
                .contains("okta://operation/{operationId}", "okta://export/{export}.csv")
                .doesNotContain("okta://event-types", "okta://schema/user/{id}");
    }

    @Test
    void completesWhatTheCallerMaySee() {
        var operations = "okta://operation/{operationId}";

        assertThat(completed(client, operations, "operationId", "listUserT"))
                .contains("listUserTypes");
        assertThat(completed(client, operations, "operationId", "deactivateU")).isEmpty();
        assertThat(completed(client, "okta://event-types/{type}", "type", "user.session.sta"))
                .containsExactly("user.session.start");
        assertThat(completed(client, "okta://schema/app/{id}", "id", "Wik"))
                .singleElement()
                .asString()
                .startsWith("0oa");
    }

    @Test
    void theNewEraKeepsWhatIsOursForAWhileAndNothingOfTheOrg() {
        var stateless = StatelessClient.of(url);

        var ours = stateless.request("resources/read", "{\"uri\":\"okta://event-types\"}");
        var orgs = stateless.request("resources/read", "{\"uri\":\"okta://schema/user/default\"}");

        assertThat(ours.at("/result/ttlMs").asInt()).isPositive();
        assertThat(orgs.at("/result/ttlMs").asInt(-1)).isZero();
        assertThat(orgs.at("/result/cacheScope").asString()).isEqualTo("private");
    }
}
