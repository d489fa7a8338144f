package dev.oktamcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;

import dev.oktamcp.connection.Connections;
import dev.oktamcp.fixture.Databases;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.RunningServer;
import dev.oktamcp.fixture.TestDatabase;
import dev.oktamcp.fixture.TestKeys;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.server.ToolExposure;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.ServiceApp;
import dev.oktamcp.simulation.SimulatedOrg;
import dev.oktamcp.store.KeyRotation;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Two servers that share one PostgreSQL.
@TestInstance(Lifecycle.PER_CLASS)
class ReplicaTests {

    private final TestDatabase database = Databases.POSTGRESQL.empty();
    private final SimulatedOrg org = SimulatedOrg.start();
    private final RunningServer one = RunningServer.start(database, org);
    private final RunningServer two = RunningServer.start(database, org);

    @AfterAll
    void stop() {
        two.close();
        one.close();
        org.close();
    }

    @Test
    void serveTheSameUrlAndTheSameSession() {
        var client = RawClient.connected(one.servers().readOnly());

        var other = client.at(two.here(client.url()));

        assertThat(other.call("get_server_info", Map.of()).code()).isEmpty();
    }

    @Test
    void openASessionThatIsSealedWithAKeyThatTheyHaveNotMet() {
        one.get(KeyRotation.class).rotate();
        var client = RawClient.connected(one.servers().readOnly());

        var other = client.at(two.here(client.url()));

        assertThat(other.call("get_server_info", Map.of()).code()).isEmpty();
    }

    @Test
    void recordAChangeAndItsCallInOneDatabase() {
        var client = RawClient.connected(two.here(one.servers().full()));

        client.call("create_group", Map.of("profile", Map.of("name", "On PostgreSQL"))).value();

        assertThat(count("intent", "outcome is not null")).isEqualTo(1);
        assertThat(count("audit_event", "tool = 'create_group'")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"DELETE, ''", "POST, /disable", "POST, /rotate"})
    void endWithinASecondWhatTheOtherEnded(String method, String act) {
        var url = one.servers().readOnly();
        var there = RawClient.connected(two.here(url));
        org.forgetRequests();
        org.next(Fault.delay(Duration.ofSeconds(5)));
        var answer =
                CompletableFuture.supplyAsync(
                        () -> there.call("get_user", Map.of("user_id", "me")).response());
        Awaitility.await().until(() -> !org.requests().isEmpty());
        var began = System.nanoTime();

        one.api().send(method, server(url) + act, null);

        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> RawClient.of(two.here(url)).initialize("{}").statusCode() == 404);
        assertThat(answer.join().toString()).contains("The URL has ended");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void refuseAtOnceASecondFactorThatTheOtherDeleted() {
        var url =
                one.servers()
                        .with(
                                new Config(Filter.ofMethods("read"), ToolExposure.DEFAULT, true),
                                null);
        var factor = one.api().post("/api-tokens", "{\"name\": \"factor\", \"roles\": [\"mcp\"]}");
        var client =
                RawClient.of(two.here(url))
                        .with("Authorization", "Bearer " + factor.text("/token"));
        assertThat(client.initialize("{}").statusCode()).isEqualTo(200);

        one.api().delete("/api-tokens/" + factor.text("/id"));

        assertThat(client.initialize("{}").statusCode()).isEqualTo(401);
    }

    @Test
    void callWithinASecondWithTheCredentialsThatTheOtherWasGiven() throws JOSEException {
        var key = TestKeys.rsa("k1");
        hasApp("0oaOne", key);
        hasApp("0oaTwo", key);
        var made = one.api().post("/connections", connection("0oaOne", key));
        var path = "/connections/" + made.text("/id");
        var url = one.api().post(path + "/mcp-servers", "{\"name\": \"x\"}").text("/url");
        var there = RawClient.connected(two.here(url));
        there.call("list_users", Map.of()).value();

        one.api().patch(path, 1, "{\"auth\": {\"client_id\": \"0oaTwo\"}}");
        org.forgetRequests();

        Awaitility.await()
                .atMost(Duration.ofSeconds(1))
                .until(() -> {
                    there.call("list_users", Map.of()).value();
                    return asksForAToken();
                });
    }

    private boolean asksForAToken() {
        return org.requests().stream().anyMatch(sent -> sent.target().endsWith("/v1/token"));
    }

    private void hasApp(String clientId, RSAKey key) {
        org.hasServiceApp(
                ServiceApp.of(clientId, key.toPublicJWK().toJSONString())
                        .withScopes("okta.users.read"));
    }

    private String connection(String clientId, RSAKey key) {
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of(
                                "name",
                                "swapped",
                                "org_url",
                                org.url().toString(),
                                "auth",
                                TestKeys.auth(clientId, key, List.of("okta.users.read"))));
    }

    private String server(String url) {
        var connection = one.get(Connections.class).named("default").orElseThrow();
        return "/connections/%s/mcp-servers/%s".formatted(connection.id(), TestServers.id(url));
    }

    private int count(String table, String condition) {
        return database.jdbc()
                .sql("select count(*) from %s where %s".formatted(table, condition))
                .query(Integer.class)
                .single();
    }
}
