package dev.oktamcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.StatelessClient;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What stands in a URL behind the secret: `/x/{toolset}` and `/readonly`.
@ServerTest
class NarrowingTests {

    private final SimulatedOrg org;
    private final TestServers servers;

    NarrowingTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
    }

    private static List<String> listed(RawClient client) {
        return client.toolNames();
    }

    @Test
    void aToolsetShowsAllThatIsWrittenForIt() {
        var client = RawClient.connected(servers.full() + "/x/groups");

        assertThat(listed(client))
                .contains("list_groups", "list_group_apps", "delete_group", "search_operations")
                .doesNotContain("list_users", "get_logs");
        assertThat(client.call("get_server_info", Map.of()).value().path("path").asString())
                .isEqualTo("/x/groups");
    }

    @Test
    void whatIsNotInTheToolsetIsNotThere() {
        var client = RawClient.connected(servers.full() + "/x/groups");

        var byName = client.call("list_users", Map.of());
        var byOperation = client.call("call_read", Map.of("operation", "listUsers"));
        var found = client.call("search_operations", Map.of("query", "list all users")).value();

        assertThat(byName.response().toString()).contains("Unknown tool");
        assertThat(byOperation.code()).isEqualTo("UNKNOWN_OPERATION");
        assertThat(found.path("operations").findValuesAsString("operation"))
                .isNotEmpty()
                .doesNotContain("listUsers");
        assertThat(org.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/readonly", "/x/groups/readonly"})
    void readOnlyOnlyReads(String path) {
        var client = RawClient.connected(servers.full() + path);

        var refused = client.call("create_group", Map.of("profile", Map.of("name", "Never")));

        assertThat(refused.response().toString()).contains("Unknown tool");
        assertThat(listed(client))
                .contains("list_groups", "call_read")
                .doesNotContain("create_group", "call_change", "call_destroy");
    }

    @Test
    void neverShowsMoreThanTheServer() {
        var onlyUsers = new Filter(Set.of("read"), Set.of("users"), Set.of(), Set.of(), Set.of());
        var client = RawClient.connected(servers.with(onlyUsers) + "/x/groups");

        assertThat(listed(client))
                .containsExactly(
                        "describe_operation",
                        "get_current_time",
                        "get_server_info",
                        "okta_test",
                        "parse_relative_time",
                        "search_operations",
                        "show_workflow_menu");
    }

    @Test
    void narrowsInTheNewEraToo() {
        var client = StatelessClient.of(servers.full() + "/x/groups/readonly");

        var answer = client.send("tools/list", StatelessClient.params("{}"));
        var tools = JsonMapper.shared().readTree(answer.body()).at("/result/tools");

        assertThat(tools.valueStream().map(tool -> tool.path("name").asString()))
                .contains("list_groups")
                .doesNotContain("list_users", "create_group");
    }

    /// The session was opened elsewhere on the same server; the path of each message counts.
    @Test
    void countsMessageByMessage() {
        var url = servers.full();
        var client = RawClient.connected(url);

        assertThat(listed(client.at(url + "/x/groups"))).doesNotContain("list_users");
        assertThat(listed(client)).contains("list_users");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x/nothing", "/x", "/x/groups/x/users", "/readonly/x/groups"})
    void saysWhichToolsetsThereAre(String path) {
        var answer = RawClient.of(servers.full() + path).initialize("{}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("system-log", "/readonly");
    }

    @Test
    void aWrongSecretLooksTheSameWithAndWithoutPath() {
        var url = servers.full();
        var wrong = url.substring(0, url.length() - 4) + "AAAA";

        assertThat(RawClient.of(wrong + "/x/groups").initialize("{}").body())
                .isEqualTo(RawClient.of(wrong).initialize("{}").body())
                .isEqualTo(RawClient.of(wrong + "/x/nothing").initialize("{}").body());
    }
}
