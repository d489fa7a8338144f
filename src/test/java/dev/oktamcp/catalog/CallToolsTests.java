package dev.oktamcp.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.AgreeingClient;
import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.simulation.RecordedRequest;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// `call_read`, `call_change` and `call_destroy`, by which every operation can be called.
@ServerTest
class CallToolsTests {

    private final SimulatedOrg org;
    private final TestServers servers;
    private final JdbcClient jdbc;

    CallToolsTests(
            @Autowired SimulatedOrg org,
            @Autowired TestServers servers,
            @Autowired JdbcClient jdbc) {
        this.org = org;
        this.servers = servers;
        this.jdbc = jdbc;
    }

    private CallResult call(String tool, String operation, Map<String, ?> arguments) {
        return RawClient.connected(servers.full())
                .call(tool, Map.of("operation", operation, "arguments", arguments));
    }

    @Test
    void callsWhatReads() {
        var ada = org.userId("ada.lovelace@example.com");

        var user = call("call_read", "getUser", Map.of("id", ada)).value();

        assertThat(user.at("/profile/login").asString()).isEqualTo("ada.lovelace@example.com");
        assertThat(user.has("_links")).isFalse();
    }

    @Test
    void pagesThroughLists() {
        var client = RawClient.connected(servers.readOnly());
        var two = Map.of("operation", "listUsers", "arguments", Map.of("limit", 2));
        var first = client.call("call_read", two).value();
        var next = Map.of("limit", 2, "cursor", first.path("next_cursor").asString());

        var second =
                client.call("call_read", Map.of("operation", "listUsers", "arguments", next))
                        .value();

        assertThat(first.path("items")).hasSize(2);
        assertThat(second.path("items")).hasSize(2);
        assertThat(second.at("/items/0/id")).isNotEqualTo(first.at("/items/0/id"));
    }

    @Test
    void goesOnWithTheSameArgumentsAlone() {
        var client = RawClient.connected(servers.readOnly());
        var users = Map.of("operation", "listUsers", "arguments", Map.of("limit", 2));
        var cursor = client.call("call_read", users).value().path("next_cursor").asString();
        var same = Map.of("cursor", cursor);
        var other = Map.of("cursor", cursor, "search", "id pr");

        var gone = client.call("call_read", Map.of("operation", "listUsers", "arguments", same));
        var refused =
                client.call("call_read", Map.of("operation", "listUsers", "arguments", other));
        var elsewhere =
                client.call("call_read", Map.of("operation", "listGroups", "arguments", same));

        assertThat(gone.value().path("items")).isNotEmpty();
        assertThat(refused.text()).contains("cursor is not valid here");
        assertThat(elsewhere.text()).contains("cursor is not valid here");
    }

    @Test
    void changesOnlyThroughTheToolForChanges() {
        var group = Map.of("body", Map.of("profile", Map.of("name", "Through call_change")));

        var made = call("call_change", "addGroup", group).value();

        assertThat(org.groupId("Through call_change")).isEqualTo(made.path("id").asString());
    }

    @ParameterizedTest
    @CsvSource({
        "call_read, deleteUser, DESTROY, call_destroy",
        "call_read, addGroup, CHANGE, call_change",
        "call_change, listUsers, READ, call_read",
        "call_change, deleteUser, DESTROY, call_destroy",
        "call_destroy, getUser, READ, call_read",
        "call_destroy, addGroup, CHANGE, call_change"
    })
    void namesTheRightToolForAnotherClass(
            String tool, String operation, String effect, String right) {
        var refused = call(tool, operation, Map.of());

        assertThat(refused.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(refused.text()).contains(operation, effect, right);
        assertThat(org.requests()).isEmpty();
    }

    @Test
    void destroysNothingWithoutAYes() {
        var user = org.hasUser("kept@example.com");

        var refused = call("call_destroy", "deactivateUser", Map.of("id", user));

        assertThat(refused.code()).isEqualTo("NOT_CONFIRMED");
        assertThat(org.requests()).extracting(RecordedRequest::method).containsOnly("GET");
    }

    @Test
    void asksForExactlyTheOperationAndItsArguments() {
        var user = org.hasUser("gone@example.com");
        try (var client = new AgreeingClient(servers.full())) {
            var arguments = Map.<String, Object>of("id", user);
            client.call(
                    "call_destroy", Map.of("operation", "deactivateUser", "arguments", arguments));

            assertThat(client.questions()).singleElement().asString().contains("Deactivate", user);
        }
        assertThat(org.statusOf(user)).isEqualTo("DEPROVISIONED");
    }

    @Test
    void saysTheSameOfHiddenAndUnknownOperations() {
        var reads = RawClient.connected(servers.readOnly());

        var hidden = reads.call("call_read", Map.of("operation", "addGroup"));
        var unknown = reads.call("call_read", Map.of("operation", "addGrouq"));

        assertThat(hidden.code()).isEqualTo("UNKNOWN_OPERATION").isEqualTo(unknown.code());
        assertThat(hidden.text().replace("addGroup", "addGrouq")).isEqualTo(unknown.text());
        assertThat(reads.call("call_change", Map.of("operation", "addGroup")).response().toString())
                .contains("Unknown tool: call_change");
    }

    @Test
    void reachesNothingThatTheFilterExcludes() {
        var all = Set.of("read", "write", "custom");
        var excludes = Set.of("listUsers", "list_groups");
        var url = servers.with(new Filter(all, Set.of(), Set.of(), excludes, Set.of()));
        var client = RawClient.connected(url);

        for (var operation : List.of("listUsers", "listGroups")) {
            var refused = client.call("call_read", Map.of("operation", operation));
            assertThat(refused.code()).as(operation).isEqualTo("UNKNOWN_OPERATION");
        }
        assertThat(org.requests()).isEmpty();
    }

    @Test
    void isNotThereWhereItLeadsNowhere() {
        var only = Set.of("list_users", "call_read", "call_destroy");
        var filter = new Filter(Set.of("read"), Set.of(), only, Set.of(), Set.of());
        var client = RawClient.connected(servers.with(Config.of(filter), null));

        assertThat(client.toolNames()).containsExactly("call_read", "list_users");
    }

    @Test
    void refusesWhatTheOperationDoesNotTake() {
        var refused = call("call_read", "listUsers", Map.of("serch", "x"));

        assertThat(refused.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(refused.text()).contains("list_users", "serch");
        assertThat(org.requests()).isEmpty();
    }

    @Test
    void refusesArgumentsBesideTheirPlace() {
        var client = RawClient.connected(servers.readOnly());

        var beside = client.call("call_read", Map.of("operation", "getUser", "id", "00u1"));
        var text = client.call("call_read", Map.of("operation", "getUser", "arguments", "{}"));
        var none = client.call("call_read", Map.of());

        assertThat(beside.text()).contains("id", "goes into arguments");
        assertThat(text.text()).contains("JSON object", "describe_operation");
        assertThat(none.text()).contains("search_operations");
        assertThat(org.requests()).isEmpty();
    }

    @Test
    void takesNoMarkOfASecretForTheSecret() {
        var password = Map.of("credentials", Map.of("password", Map.of("value", "[redacted]")));

        var refused = call("call_change", "updateUser", Map.of("id", "00u1", "body", password));

        assertThat(refused.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(refused.text()).contains("/body/credentials/password/value is [redacted]");
        assertThat(org.requests()).isEmpty();
    }

    @Test
    void leavesARecordOfWhatWasCalled() {
        call("call_read", "getUser", Map.of("id", org.userId("ada.lovelace@example.com")));

        var row =
                jdbc.sql(
                                """
                                select tool, effect, arguments from audit_event
                                 where tool = 'call_read' order by started_at desc limit 1
                                """)
                        .query()
                        .singleRow();

        assertThat(row.get("effect")).isEqualTo("READ");
        assertThat(String.valueOf(row.get("arguments"))).contains("\"operation\":\"getUser\"");
    }

    @Test
    void recordsAndAsksFirstWhatALongBodyCouldHide() {
        var body = Map.of("profile", Map.of("ownAttribute", "x".repeat(5_000)));
        var user = org.hasUser("replaced@example.com");
        var arguments = Map.<String, Object>of("body", body, "id", user);
        try (var client = new AgreeingClient(servers.full())) {
            client.call("call_destroy", Map.of("operation", "replaceUser", "arguments", arguments));

            assertThat(client.questions())
                    .singleElement()
                    .asString()
                    .contains("\"id\":\"%s\"".formatted(user), "(5,000 characters, SHA-256 ");
        }
        var recorded =
                jdbc.sql(
                                """
                                select arguments from audit_event
                                 where tool = 'call_destroy' order by started_at desc limit 1
                                """)
                        .query(String.class)
                        .single();
        assertThat(recorded).startsWith("{\"operation\":\"replaceUser\",\"arguments\":{\"id\":");
    }

    @Test
    void callsAnOperationByTheNameOfItsTool() {
        var ada = org.userId("ada.lovelace@example.com");
        var client = RawClient.connected(servers.readOnly());

        var links = client.call("list_app_links", Map.of("id", ada));

        assertThat(links.value().path("items")).isNotEmpty();
    }
}
