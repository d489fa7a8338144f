package dev.oktamcp.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.StatelessClient;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.server.ToolExposure;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Map;

@ServerTest
class AuditTests {

    private final SimulatedOrg org;
    private final TestServers servers;
    private final TestApi api;
    private final JdbcClient jdbc;
    private final String url;
    private final RawClient client;

    AuditTests(
            @Autowired SimulatedOrg org,
            @Autowired TestServers servers,
            @Autowired TestApi api,
            @Autowired JdbcClient jdbc) {
        this.org = org;
        this.servers = servers;
        this.api = api;
        this.jdbc = jdbc;
        this.url = servers.readOnly();
        this.client = RawClient.connected(url);
    }

    private List<Map<String, Object>> rows() {
        return rows(url);
    }

    private List<Map<String, Object>> rows(String url) {
        return jdbc.sql("select * from audit_event where server_id = :id")
                .param("id", TestServers.id(url))
                .query()
                .listOfRows();
    }

    private Map<String, Object> onlyRow() {
        assertThat(rows()).hasSize(1);
        return rows().getFirst();
    }

    @Test
    void recordsWhoDidWhatWithWhichOutcome() {
        var user = org.hasUser("audited@example.com");

        client.call("get_user", Map.of("user_id", user));

        assertThat(onlyRow())
                .containsEntry("tool", "get_user")
                .containsEntry("effect", "READ")
                .containsEntry("outcome", "SUCCESS")
                .containsEntry("client", "raw")
                .containsEntry("arguments", "{\"user_id\":\"%s\"}".formatted(user));
        assertThat(String.valueOf(onlyRow().get("okta_request_ids"))).startsWith("req");
    }

    @Test
    void recordsWhichApiTokenCameBesideTheUrl() {
        var token = api.post("/api-tokens", "{\"name\": \"t\", \"roles\": [\"mcp\"]}");
        var config = new Config(Filter.ofMethods("read"), ToolExposure.DEFAULT, true);
        var guarded = servers.with(config, null);
        var both = RawClient.of(guarded).with("Authorization", "Bearer " + token.text("/token"));
        var session = both.initialize("{}").headers().firstValue("Mcp-Session-Id").orElseThrow();

        both.with("Mcp-Session-Id", session).call("get_server_info", Map.of());

        assertThat(rows(guarded))
                .singleElement()
                .extracting("api_token")
                .isEqualTo(token.text("/id"));
        client.call("get_server_info", Map.of());
        assertThat(onlyRow()).containsEntry("api_token", null);
    }

    /// So that nobody says yes to a call with the API token by which it came.
    @Test
    void recordsAnApiTokenThatNobodyAskedFor() {
        var token = api.post("/api-tokens", "{\"name\": \"t\", \"roles\": [\"admin\"]}");
        var calls = StatelessClient.of(url).with("Authorization", "Bearer " + token.text("/token"));

        assertThat(calls.call("get_server_info", Map.of()).failed()).isFalse();

        assertThat(onlyRow()).containsEntry("api_token", token.text("/id"));
    }

    @Test
    void knowsADryRunFromAChange() {
        var full = servers.full();
        var user = org.hasUser("rehearsed@example.com");
        var arguments = Map.of("user_id", user, "dry_run", true);

        RawClient.connected(full).call("deactivate_user", arguments);

        assertThat(rows(full))
                .singleElement()
                .extracting("outcome", "effect")
                .containsExactly("DRY_RUN", "DESTROY");
    }

    @Test
    void knowsAHiddenToolFromAnUnknownOne() {
        client.call("suspend_user", Map.of("user_id", "00u1"));
        client.call("no_such_tool", Map.of());

        assertThat(rows()).extracting(row -> row.get("code")).containsOnly("UNKNOWN_TOOL");
        assertThat(rows())
                .extracting(row -> row.get("reason"))
                .containsExactlyInAnyOrder("hidden by METHOD", "no such tool");
    }

    @Test
    void recordsACallWhoseArgumentsAreRefused() {
        client.call("get_user", Map.of("user", "x"));

        assertThat(onlyRow()).containsEntry("code", "INVALID_ARGUMENTS");
    }

    @Test
    void recordsACallThatBroke() {
        client.call("test_breaks", Map.of());

        assertThat(onlyRow()).containsEntry("code", "INTERNAL");
    }

    @Test
    void keepsSecretsOut() {
        client.call("test_secrets", Map.of("password", "canary-9"));

        assertThat(onlyRow()).containsEntry("arguments", "{\"password\":\"[redacted]\"}");
    }

    @Test
    void withholdsTheAnswerOfACallThatCantBeRecorded() {
        jdbc.sql("alter table audit_event rename to audit_gone").update();
        try {
            var result = client.call("get_server_info", Map.of());

            assertThat(result.code()).isEqualTo("NOT_RECORDED");
            assertThat(result.text()).doesNotContain("audit_event").doesNotContain("visible_tools");
        } finally {
            jdbc.sql("alter table audit_gone rename to audit_event").update();
        }
    }
}
