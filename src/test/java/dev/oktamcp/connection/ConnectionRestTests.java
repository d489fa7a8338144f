package dev.oktamcp.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestApi.Answer;
import dev.oktamcp.fixture.TestKeys;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.ServiceApp;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// `/api/connections`, over HTTP, with an org that the server was not started with.
@ServerTest
class ConnectionRestTests {

    private static final SimulatedOrg ORG = SimulatedOrg.start();
    private static final RSAKey KEY = TestKeys.rsa("k1");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final TestApi api;
    private final JdbcClient jdbc;
    private final String name = "org " + UUID.randomUUID();

    ConnectionRestTests(@Autowired TestApi api, @Autowired JdbcClient jdbc) {
        this.api = api;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void anApp() {
        ORG.hasServiceApp(app(KEY).withScopes("okta.users.read", "okta.groups.read"));
    }

    @AfterAll
    static void stop() {
        ORG.close();
    }

    private static ServiceApp app(RSAKey key) {
        return ServiceApp.of("0oaRestApp", key.toPublicJWK().toJSONString());
    }

    private Answer create(Map<String, ?> auth) {
        return api.post(
                "/connections",
                JSON.writeValueAsString(
                        Map.of("name", name, "org_url", ORG.url().toString(), "auth", auth)));
    }

    private static Map<String, String> token(String token) {
        return Map.of("type", "api_token", "token", token);
    }

    private static Map<String, Object> serviceApp(RSAKey key, Set<String> scopes) {
        return TestKeys.auth("0oaRestApp", key, scopes);
    }

    private static String path(Answer created) {
        return "/connections/" + created.text("/id");
    }

    private String serverOf(Answer connection) {
        return api.post(path(connection) + "/mcp-servers", "{\"name\": \"x\"}").text("/url");
    }

    @Test
    void connectsAnOrgByApiToken() {
        var created = create(token(ORG.apiToken()));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api" + path(created));
        assertThat(created.json().at("/auth").toString()).isEqualTo("{\"type\":\"api_token\"}");
        assertThat(created.text("/source")).isEqualTo("api");
        var user = ORG.hasUser(UUID.randomUUID() + "@example.com");
        var found =
                RawClient.connected(serverOf(created)).call("get_user", Map.of("user_id", user));
        assertThat(found.value().at("/id").asString()).isEqualTo(user);
    }

    @Test
    void connectsAnOrgByPrivateKey() {
        var created = create(serviceApp(KEY, Set.of("okta.users.read", "okta.groups.read")));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().at("/auth").toString())
                .isEqualTo(
                        "{\"type\":\"private_key_jwt\",\"client_id\":\"0oaRestApp\",\"key_id\":\"k1\","
                            + "\"scopes\":[\"okta.groups.read\",\"okta.users.read\"],\"dpop\":\"auto\"}");
        var users = RawClient.connected(serverOf(created)).call("list_users", Map.of("limit", 1));
        assertThat(users.value().at("/items").size()).isEqualTo(1);
    }

    @Test
    void keepsNoPrivateKeyInTheClear() {
        var created = create(serviceApp(KEY, Set.of("okta.users.read")));

        isNowhere(KEY.getPrivateExponent().toString(), created);
    }

    @Test
    void keepsNoApiTokenInTheClear() {
        isNowhere(ORG.apiToken(), create(token(ORG.apiToken())));
    }

    private void isNowhere(String secret, Answer created) {
        var row =
                jdbc.sql("select * from connection where id = :id")
                        .param("id", created.text("/id"))
                        .query()
                        .singleRow();
        var one = api.get(path(created)).response().body();
        var all = api.get("/connections?limit=200").response().body();

        assertThat(row.get("auth")).isNotNull();
        assertThat(row.toString()).doesNotContain(secret);
        assertThat(List.of(created.response().body(), one, all))
                .allSatisfy(shown ->
                        assertThat(shown).contains(created.text("/id")).doesNotContain(secret));
    }

    @Test
    void refusesCredentialsThatOktaDoesNotTake() {
        var wrongToken = create(token("00wrong"));
        var wrongKey = create(serviceApp(TestKeys.rsa("k1"), Set.of("okta.users.read")));

        for (var answer : new Answer[] {wrongToken, wrongKey}) {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text("/field")).isEqualTo("auth");
            assertThat(answer.text("/detail")).contains("nothing was changed");
            assertThat(answer.json().at("/test/ok").booleanValue()).isFalse();
        }
        assertThat(api.get("/connections?limit=200").response().body()).doesNotContain(name);
    }

    @Test
    void looksWhetherAConnectionWorks() {
        var created = create(serviceApp(KEY, Set.of("okta.users.read", "okta.apps.read")));

        var report = api.post(path(created) + "/test", "");

        assertThat(report.status()).isEqualTo(200);
        assertThat(report.json().at("/ok").booleanValue()).isTrue();
        assertThat(report.text("/identity")).isEqualTo("0oaRestApp");
        assertThat(report.text("/org/url")).isEqualTo(ORG.url().toString());
        assertThat(report.text("/org/id")).startsWith("00o");
        assertThat(report.json().at("/scopes").toString())
                .isEqualTo("{\"granted\":[\"okta.users.read\"],\"missing\":[\"okta.apps.read\"]}");
        assertThat(report.json().at("/clock_skew_ms").longValue()).isBetween(-2000L, 2000L);
        assertThat(report.json().at("/latency_ms").longValue()).isBetween(0L, 10_000L);
    }

    @Test
    void swapsCredentialsOnlyForSuchAsWork() {
        var created = create(token(ORG.apiToken()));
        var client = RawClient.connected(serverOf(created));

        var refused = api.patch(path(created), 1, "{\"auth\": {\"token\": \"00wrong\"}}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(client.call("list_users", Map.of("limit", 1)).failed()).isFalse();
        var app = Map.of("auth", serviceApp(KEY, Set.of("okta.users.read")));
        var swapped = api.patch(path(created), 1, JSON.writeValueAsString(app));

        assertThat(swapped.status()).isEqualTo(200);
        assertThat(swapped.text("/auth/type")).isEqualTo("private_key_jwt");
        assertThat(swapped.header("ETag")).isEqualTo("\"2\"");
        ORG.forgetRequests();
        assertThat(client.call("list_users", Map.of("limit", 1)).failed()).isFalse();
        assertThat(ORG.requests()).anyMatch(request -> request.target().contains("/v1/token"));
        assertThat(client.request("tools/list", "{}").toString())
                .contains("list_users")
                .doesNotContain("list_groups");
    }

    @Test
    void changesAKeyAndAsksForANewTokenAtOnce() {
        var created = create(serviceApp(KEY, Set.of("okta.users.read")));
        var client = RawClient.connected(serverOf(created));
        assertThat(client.call("list_users", Map.of("limit", 1)).failed()).isFalse();
        var next = TestKeys.rsa("k2");
        ORG.hasServiceApp(app(next).withScopes("okta.users.read"));

        var patched =
                api.patch(
                        path(created),
                        1,
                        JSON.writeValueAsString(
                                Map.of("auth", Map.of("private_key", next.toJSONString()))));

        assertThat(patched.text("/auth/key_id")).isEqualTo("k2");
        assertThat(patched.text("/auth/client_id")).isEqualTo("0oaRestApp");
        ORG.forgetRequests();
        assertThat(client.call("list_users", Map.of("limit", 1)).failed()).isFalse();
        assertThat(ORG.requests()).anyMatch(request -> request.target().contains("/v1/token"));
    }

    private void swaps(Answer created, int version, Map<String, ?> auth) {
        var body = JSON.writeValueAsString(Map.of("auth", auth));
        assertThat(api.patch(path(created), version, body).status()).isEqualTo(200);
    }

    /// They may come back because what they got was to be revoked.
    @Test
    void usesNoTokenOfCredentialsThatWereAwayMeanwhile() {
        var app = serviceApp(KEY, Set.of("okta.users.read"));
        var created = create(app);
        var client = RawClient.connected(serverOf(created));
        assertThat(client.call("list_users", Map.of("limit", 1)).failed()).isFalse();

        swaps(created, 1, token(ORG.apiToken()));
        swaps(created, 2, app);

        ORG.forgetRequests();
        assertThat(client.call("list_users", Map.of("limit", 1)).failed()).isFalse();
        assertThat(ORG.requests()).anyMatch(request -> request.target().contains("/v1/token"));
    }

    @Test
    void forgetsTheLimitsOfTheCredentialsThatItHad() {
        var created = create(token(ORG.apiToken()));
        var client = RawClient.connected(serverOf(created));
        ORG.next(Fault.rateLimit(Duration.ofMinutes(5)));
        assertThat(client.call("list_users", Map.of("limit", 1)).code()).isEqualTo("RATE_LIMITED");
        ORG.forgetRequests();
        assertThat(client.call("list_users", Map.of("limit", 1)).code()).isEqualTo("RATE_LIMITED");
        assertThat(ORG.requests()).isEmpty();

        swaps(created, 1, serviceApp(KEY, Set.of("okta.users.read")));

        assertThat(client.call("list_users", Map.of("limit", 1)).failed()).isFalse();
    }

    @Test
    void warnsOfToolsThatItsScopesLeaveOut() {
        var narrow = create(serviceApp(KEY, Set.of("okta.users.read")));

        var server = api.post(path(narrow) + "/mcp-servers", "{\"name\": \"x\"}");

        assertThat(server.status()).isEqualTo(201);
        assertThat(server.json().at("/warnings").toString())
                .containsPattern(
                        "[1-9][0-9]* tools are left out because the connection lacks scopes: ")
                .contains("okta.groups.read")
                .doesNotContain("okta.users.read");
    }

    @Test
    void hidesFieldsOnAllItsServers() {
        var created = create(token(ORG.apiToken()));
        var client = RawClient.connected(serverOf(created));
        var user = ORG.hasUser(UUID.randomUUID() + "@example.com");
        var shown = client.call("get_user", Map.of("user_id", user)).value().toString();
        assertThat(shown).contains("\"firstName\"");

        api.patch(path(created), 1, "{\"hidden_fields\": [\"firstName\"]}");

        var hidden = client.call("get_user", Map.of("user_id", user)).value().toString();
        assertThat(hidden).contains(user).doesNotContain("\"firstName\"");
        var search = Map.of("search", "profile.firstName sw \"a\"");
        assertThat(client.call("list_users", search).code()).isEqualTo("INVALID_ARGUMENTS");
    }

    @Test
    void isDeletedWithItsServersOnlyOnRequest() {
        var created = create(token(ORG.apiToken()));
        var url = serverOf(created);

        var refused = api.delete(path(created));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/servers").intValue()).isEqualTo(1);
        assertThat(RawClient.of(url).initialize("{}").statusCode()).isEqualTo(200);
        var deleted = api.delete(path(created) + "?cascade=true");

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(RawClient.of(url).initialize("{}").statusCode()).isEqualTo(404);
        assertThat(api.get(path(created)).status()).isEqualTo(404);
        assertThat(create(token(ORG.apiToken())).status()).isEqualTo(201);
    }

    @Test
    void refusesTheNameOfTheEnvironmentsConnectionLaterToo() {
        var created = create(token(ORG.apiToken()));

        var renamed = api.patch(path(created), 1, "{\"name\": \"default\"}");

        assertThat(renamed.status()).isEqualTo(422);
        assertThat(renamed.text("/field")).isEqualTo("name");
    }

    @Test
    void canBeSeenAndMendedWhereItsSecretDoesNotOpen() {
        var created = create(token(ORG.apiToken()));
        var url = serverOf(created);
        jdbc.sql("update connection set auth = 'AAAA', revision = revision where id = :id")
                .param("id", created.text("/id"))
                .update();
        api.patch(path(created), 1, "{\"hidden_fields\": [\"salary\"]}");

        assertThat(api.get("/connections?limit=200").status()).isEqualTo(200);
        assertThat(api.get(path(created)).json().at("/auth").isNull()).isTrue();
        assertThat(api.post(path(created) + "/test", "").status()).isEqualTo(409);
        var call = RawClient.connected(url).call("list_users", Map.of("limit", 1));
        assertThat(call.failed()).isTrue();
        var mended =
                api.patch(
                        path(created),
                        2,
                        JSON.writeValueAsString(Map.of("auth", token(ORG.apiToken()))));

        assertThat(mended.status()).isEqualTo(200);
        assertThat(RawClient.connected(url).call("list_users", Map.of("limit", 1)).failed())
                .isFalse();
    }

    @Test
    void refusesANameThatIsTaken() {
        create(token(ORG.apiToken()));

        var again = create(token(ORG.apiToken()));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/field")).isEqualTo("name");
    }

    @Test
    void leavesTheConnectionOfTheEnvironmentToTheEnvironment() {
        var listed = api.get("/connections?limit=200").json().at("/items");
        var theirs =
                listed.valueStream()
                        .filter(item -> item.at("/name").asString().equals("default"))
                        .findFirst()
                        .orElseThrow();
        var path = "/connections/" + theirs.at("/id").asString();
        var version = theirs.at("/version").longValue();

        assertThat(theirs.at("/source").asString()).isEqualTo("environment");
        assertThat(api.delete(path + "?cascade=true").status()).isEqualTo(409);
        assertThat(api.patch(path, version, "{\"name\": \"other\"}").status()).isEqualTo(409);
        assertThat(api.patch(path, version, "{\"auth\": {\"token\": \"x\"}}").status())
                .isEqualTo(409);
        assertThat(api.post(path + "/test", "").json().at("/ok").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"org_url": "https://acme.okta.com"}                                                  | 400 | name
                    {"name": "default", "org_url": "https://acme.okta.com", "auth": {"type": "api_token", "token": "t"}} | 422 | name
                    {"name": "n", "org_url": "https://evil.example", "auth": {"type": "api_token", "token": "t"}} | 422 | org_url
                    {"name": "n", "org_url": "https://169.254.169.254", "auth": {"type": "api_token", "token": "t"}} | 422 | org_url
                    {"name": "n", "org_url": "https://acme-admin.okta.com", "auth": {"type": "api_token", "token": "t"}} | 422 | org_url
                    {"name": "n", "org_url": "https://acme.okta.com"}                                     | 400 | auth
                    {"name": "n", "org_url": "https://acme.okta.com", "auth": {"type": "password"}}       | 422 | auth.type
                    {"name": "n", "org_url": "https://acme.okta.com", "auth": {"type": "api_token"}}      | 400 | auth.token
                    {"name": "n", "org_url": "https://acme.okta.com", "auth": {"type": "api_token", "token": "t", "scopes": ["a"]}} | 400 | auth.scopes
                    {"name": "n", "org_url": "https://acme.okta.com", "auth": {"type": "api_token", "token": "t", "secret": 1}} | 400 | auth.secret
                    {"name": "n", "org_url": "https://acme.okta.com", "auth": {"type": "private_key_jwt", "client_id": "c", "scopes": ["s"], "private_key": "/etc/passwd"}} | 400 | auth.private_key
                    {"name": "n", "org_url": "https://acme.okta.com", "auth": {"type": "private_key_jwt", "client_id": "c", "scopes": ["s"]}} | 400 | auth.private_key
                    {"name": "n", "org_url": "https://acme.okta.com", "auth": {"type": "private_key_jwt", "client_id": "c"}} | 400 | auth.scopes
                    {"name": "n", "org_url": "https://acme.okta.com", "auth": {"type": "private_key_jwt", "client_id": "c", "scopes": ["s"], "dpop": "never"}} | 422 | auth.dpop
                    """)
    void refusesWhatCannotBeMeant(String body, int status, String field) {
        var answer = api.post("/connections", body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("/field")).isEqualTo(field);
        assertThat(answer.text("/detail")).doesNotContain("root:");
    }

    @Test
    void staysWithItsOrg() {
        var created = create(token(ORG.apiToken()));

        var moved = api.patch(path(created), 1, "{\"org_url\": \"https://other.okta.com\"}");

        assertThat(moved.status()).isEqualTo(422);
        assertThat(moved.text("/field")).isEqualTo("org_url");
    }

    @Test
    void refusesToChangeWhatWasChangedMeanwhile() {
        var created = create(token(ORG.apiToken()));
        api.patch(path(created), 1, "{\"hidden_fields\": [\"salary\"]}");

        assertThat(api.patch(path(created), 1, "{\"name\": \"late\"}").status()).isEqualTo(412);
        assertThat(api.send("PATCH", path(created), "{}").status()).isEqualTo(428);
    }
}
