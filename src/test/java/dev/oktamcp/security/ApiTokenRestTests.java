package dev.oktamcp.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestApi.Answer;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.server.ToolExposure;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;

/// `/api/api-tokens`, and what each role opens.
@ServerTest
class ApiTokenRestTests {

    private static final String PATH = "/api-tokens";

    private final TestApi api;
    private final TestServers servers;
    private final SettableClock clock;
    private final JdbcClient jdbc;

    ApiTokenRestTests(
            @Autowired TestApi api,
            @Autowired TestServers servers,
            @Autowired SettableClock clock,
            @Autowired JdbcClient jdbc) {
        this.api = api;
        this.servers = servers;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @AfterEach
    void now() {
        clock.goBackToNow();
    }

    private Answer create(String role) {
        return api.post(PATH, "{\"name\": \"t\", \"roles\": [\"%s\"]}".formatted(role));
    }

    private String guarded() {
        return servers.with(new Config(Filter.ofMethods("read"), ToolExposure.DEFAULT, true), null);
    }

    private static int connects(String url, String apiToken) {
        return RawClient.of(url)
                .with("Authorization", "Bearer " + apiToken)
                .initialize("{}")
                .statusCode();
    }

    @Test
    void showsTheSecretOnceAndKeepsItsHash() {
        var created = create("admin");
        var secret = created.text("/token").replaceFirst(".*\\.", "");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.response().headers().allValues("Cache-Control"))
                .containsExactly("no-store");
        assertThat(secret).matches("[A-Za-z0-9_-]{43}");
        assertThat(api.get(PATH + "?limit=200").response().body())
                .contains(created.text("/id"))
                .doesNotContain(secret);
        assertThat(jdbc.sql("select * from api_token").query().listOfRows().toString())
                .contains(created.text("/id"))
                .doesNotContain(secret);
    }

    @Test
    void letsAdminTokensInToTheRestApiAlone() {
        var token = create("admin").text("/token");

        assertThat(api.by(token).get("/connections").status()).isEqualTo(200);
        assertThat(connects(guarded(), token)).isEqualTo(401);
    }

    @Test
    void letsMcpTokensInAsASecondFactorAlone() {
        var token = create("mcp").text("/token");

        var refused = api.by(token).get("/connections");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(connects(guarded(), token)).isEqualTo(200);
    }

    @Test
    void refusesWhoeverHasNoTokenThatIsGood() {
        var token = create("admin").text("/token");
        var wrong = token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A");

        for (var bad :
                new String[] {null, "", "x", wrong, token + "x", TestApi.ADMIN_TOKEN + "x"}) {
            var answer = api.by(bad).get("/connections");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
        assertThat(api.by(null).with("Authorization", "Basic " + token).get(PATH).status())
                .isEqualTo(401);
        assertThat(api.by(null).get(PATH + "?access_token=" + token).status()).isEqualTo(401);
    }

    @Test
    void asksForTheSecondFactorOnEveryRequest() {
        var url = guarded();
        var token = create("mcp").text("/token");
        var session =
                RawClient.of(url)
                        .with("Authorization", "Bearer " + token)
                        .initialize("{}")
                        .headers()
                        .firstValue("Mcp-Session-Id")
                        .orElseThrow();

        var without = RawClient.of(url).with("Mcp-Session-Id", session);
        var refused = without.post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body())
                .contains("asks for an API token beside its URL")
                .doesNotContain("\"id\"");
    }

    @Test
    void bindsASessionToItsSecondFactor() {
        var url = guarded();
        var mine = create("mcp").text("/token");
        var theirs = create("mcp").text("/token");
        var session =
                RawClient.of(url)
                        .with("Authorization", "Bearer " + mine)
                        .initialize("{}")
                        .headers()
                        .firstValue("Mcp-Session-Id")
                        .orElseThrow();

        var other =
                RawClient.of(url)
                        .with("Authorization", "Bearer " + theirs)
                        .with("Mcp-Session-Id", session);

        assertThat(other.post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void opensTheServersThatItIsLimitedToAlone() {
        var one = guarded();
        var other = guarded();
        var token =
                api.post(
                                PATH,
                                "{\"name\": \"t\", \"roles\": [\"mcp\"], \"servers\": [\"%s\"]}"
                                        .formatted(TestServers.id(one)))
                        .text("/token");

        assertThat(connects(one, token)).isEqualTo(200);
        assertThat(connects(other, token)).isEqualTo(401);
    }

    @Test
    void endsAtItsTime() {
        var token =
                api.post(
                                PATH,
                                "{\"name\": \"t\", \"roles\": [\"admin\"], \"expires_at\": \"%s\"}"
                                        .formatted(clock.instant().plusSeconds(60)))
                        .text("/token");
        assertThat(api.by(token).get(PATH).status()).isEqualTo(200);

        clock.goAhead(Duration.ofSeconds(60));

        assertThat(api.by(token).get(PATH).status()).isEqualTo(401);
    }

    @Test
    void isDeletedAtOnce() {
        var created = create("mcp");
        var url = guarded();
        assertThat(connects(url, created.text("/token"))).isEqualTo(200);

        assertThat(api.delete(PATH + "/" + created.text("/id")).status()).isEqualTo(204);

        assertThat(connects(url, created.text("/token"))).isEqualTo(401);
        assertThat(api.delete(PATH + "/" + created.text("/id")).status()).isEqualTo(404);
        assertThat(
                        jdbc.sql("select secret_hash from api_token where id = :id")
                                .param("id", created.text("/id"))
                                .query()
                                .listOfRows())
                .singleElement()
                .extracting(row -> row.get("secret_hash"))
                .isNull();
    }

    @Test
    void tellsWhenItWasLastUsed() {
        var created = create("admin");
        var path = PATH + "?limit=200";
        assertThat(lastUse(created)).isEmpty();

        api.by(created.text("/token")).get(path);

        assertThat(lastUse(created)).isNotEmpty();
    }

    private String lastUse(Answer created) {
        for (var item : api.get(PATH + "?limit=200").json().at("/items")) {
            if (item.at("/id").asString().equals(created.text("/id"))) {
                return item.at("/last_used_at").asString("");
            }
        }
        throw new AssertionError("The token is not listed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"name": "t"}                                                  | 422 | roles
                    {"name": "t", "roles": ["admin", "mcp"]}                       | 422 | roles
                    {"name": "t", "roles": ["root"]}                               | 422 | roles
                    {"name": "t", "roles": ["mcp"], "servers": ["nowhere"]}        | 422 | servers
                    {"name": "t", "roles": ["admin"], "servers": ["nowhere"]}      | 422 | servers
                    {"name": "t", "roles": ["mcp"], "servers": ["a\\u0000b"]}       | 400 | servers
                    {"name": "t\\u0000", "roles": ["mcp"]}                         | 400 | name
                    {"roles": ["mcp"]}                                             | 400 | name
                    {"name": "t", "roles": ["mcp"], "until": 1}                    | 400 | until
                    {"name": "t", "roles": ["mcp"], "expires_at": "2000-01-01T00:00:00Z"} | 400 | expires_at
                    """)
    void refusesWhatCannotBeMeant(String body, int status, String field) {
        var answer = api.post(PATH, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("/field")).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    text/plain       | {"name": "t"}            | 415
                    application/json | [1]                      | 400
                    application/json | {"name": "t"             | 400
                    application/json | {"name": "a", "name": "b"} | 400
                    application/json | {"name": "t"} {}         | 400
                    """)
    void readsBodiesStrictly(String contentType, String body, int status) {
        var answer = api.with("Content-Type", contentType).post(PATH, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        var answer = api.post(PATH, "{\"name\": \"" + "x".repeat(70_000) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void answersInProblemsWhereThereIsNothing() {
        for (var path : new String[] {"/nothing", "/connections/x/y", ""}) {
            var answer = api.get(path);

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
        assertThat(api.send("PUT", PATH, "{}").status()).isEqualTo(405);
    }
}
