package dev.oktamcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.connection.Connections;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestApi.Answer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.Duration;

/// `/api/connections/{id}/mcp-servers`, over HTTP.
@ServerTest
class ServerRestTests {

    private final TestApi api;
    private final SettableClock clock;
    private final String servers;

    ServerRestTests(
            @Autowired TestApi api,
            @Autowired SettableClock clock,
            @Autowired Connections connections) {
        this.api = api;
        this.clock = clock;
        this.servers =
                "/connections/" + connections.named("default").orElseThrow().id() + "/mcp-servers";
    }

    @AfterEach
    void now() {
        clock.goBackToNow();
    }

    private Answer create(String body) {
        return api.post(servers, body);
    }

    private String path(Answer created) {
        return servers + "/" + created.text("/id");
    }

    private static int connects(String url) {
        return RawClient.of(url).initialize("{}").statusCode();
    }

    @Test
    void makesAServerWhoseUrlWorks() {
        var answer =
                create(
                        """
                        {"name": "Helpdesk", "config": {"methods": ["read", "update"],
                         "tags": ["Users"], "tools": {"exclude": ["suspend_user"]},
                         "require_api_token_auth": false, "hidden_fields": ["mobilePhone"]},
                         "expires_at": "2099-01-01T00:00:00+01:00"}
                        """);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api" + path(answer));
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.response().body())
                .contains("\"name\":\"Helpdesk\"")
                .contains("\"methods\":[\"read\",\"update\"]")
                .contains("\"tags\":[\"Users\"]")
                .contains("\"exclude\":[\"suspend_user\"]")
                .contains("\"tool_exposure\":\"default\"")
                .contains("\"require_api_token_auth\":false")
                .contains("\"hidden_fields\":[\"mobilePhone\"]")
                .contains("\"expires_at\":\"2098-12-31T23:00:00Z\"")
                .contains("\"state\":\"active\"");
        assertThat(connects(answer.text("/url"))).isEqualTo(200);
    }

    @Test
    void readsOnlyWhereNothingIsSaid() {
        var answer = create("{\"name\": \"plain\"}");

        assertThat(answer.json().at("/config/methods").toString()).isEqualTo("[\"read\"]");
        assertThat(answer.json().at("/expires_at").isNull()).isTrue();
        assertThat(answer.json().at("/warnings").isEmpty()).isTrue();
    }

    @Test
    void showsTheUrlNeverAgain() {
        var created = create("{\"name\": \"once\"}");
        var url = created.text("/url");
        var secret = url.substring(url.lastIndexOf('.') + 1);

        var got = api.get(path(created));
        var listed = api.get(servers + "?limit=200");
        var patched = api.patch(path(created), 1, "{\"name\": \"other\"}");

        for (var answer : new Answer[] {got, listed, patched}) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.response().body())
                    .contains(created.text("/id"))
                    .doesNotContain(secret)
                    .doesNotContain("\"url\"");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"name": "x", "colour": 1}                               | 400 | colour                | colour is no field here
                    {"name": "x", "config": {"tools": {"only": []}}}         | 400 | config.tools.only     | config.tools.only is no field
                    {"name": "x", "config": {"methods": "read"}}             | 400 | config.methods        | can't be read
                    {"name": 7}                                              | 400 | name                  | can't be read
                    {"config": {}}                                           | 400 | name                  | name is missing
                    {"name": "x", "expires_at": "2020-01-01T00:00:00Z"}      | 400 | expires_at            | is in the past
                    {"name": "x", "expires_at": "tomorrow"}                  | 400 | expires_at            | Write it as
                    {"name": "x", "config": {"methods": ["raed"]}}           | 422 | config.methods        | There is no method raed
                    {"name": "x", "config": {"tags": ["usrs"]}}              | 422 | config.tags           | users
                    {"name": "x", "config": {"tools": {"include": ["list_user"]}}} | 422 | config.tools.include | list_users
                    {"name": "x", "config": {"tools": {"exclude": ["getuser"]}}} | 422 | config.tools.exclude | getUser
                    {"name": "x", "config": {"tool_exposure": "some"}}       | 422 | config.tool_exposure  | all, default
                    {"name": "x", "config": {"methods": []}}                 | 422 | config                | leaves no operation
                    {"name": "x", "config": {"tools": {"include": ["delete_group"]}}} | 422 | config.tools.include | methods leave out
                    {"name": "x", "config": {"hidden_fields": ["a b"]}}      | 400 | config.hidden_fields  | no profile attribute
                    """)
    void refusesWhatCannotBeMeant(String body, int status, String field, String words) {
        var answer = create(body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("/field")).isEqualTo(field);
        assertThat(answer.text("/detail")).contains(words);
        assertThat(answer.json().at("/status").intValue()).isEqualTo(status);
    }

    @Test
    void namesTheNearestForAProgramToo() {
        var answer = create("{\"name\": \"x\", \"config\": {\"tags\": [\"grops\"]}}");

        assertThat(answer.json().at("/nearest").valueStream().map(JsonNode::asString).toList())
                .startsWith("groups", "group");
    }

    @Test
    void warnsOfWhatMayNotBeMeant() {
        var answer =
                create(
                        """
                        {"name": "x", "config": {"methods": ["read", "write"],
                         "tools": {"include": ["list_users", "suspend_user"]}}}
                        """);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().at("/warnings").toString())
                .contains("suspend_user is included, but methods leave out")
                .contains("can change the org, for ever");
    }

    @Test
    void warnsOfHiddenFieldsThatAreShownElsewhereToo() {
        var answer =
                create(
                        "{\"name\": \"x\", \"config\": {\"hidden_fields\": [\"email\","
                                + " \"salary\"]}}");

        assertThat(answer.json().at("/warnings").valueStream().map(JsonNode::asString).toList())
                .singleElement()
                .asString()
                .startsWith(
                        "email is hidden in profiles and searches, and no further: it is the"
                                + " login");
    }

    @Test
    void changesAtOnceWhatAUrlShows() {
        var created = create("{\"name\": \"x\"}");
        var client = RawClient.connected(created.text("/url"));
        assertThat(client.request("tools/list", "{}").toString()).contains("list_groups");

        var patched = api.patch(path(created), 1, "{\"config\": {\"tags\": [\"system-log\"]}}");

        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.header("ETag")).isEqualTo("\"2\"");
        assertThat(patched.json().at("/config/methods").toString()).isEqualTo("[\"read\"]");
        assertThat(client.request("tools/list", "{}").toString()).doesNotContain("list_groups");
    }

    @Test
    void refusesUnknownFieldsOfAPatchEvenWithNull() {
        var created = create("{\"name\": \"x\"}");

        var top = api.patch(path(created), 1, "{\"expires\": null}");
        var inner = api.patch(path(created), 1, "{\"config\": {\"tool\": null}}");

        assertThat(top.status()).isEqualTo(400);
        assertThat(top.text("/field")).isEqualTo("expires");
        assertThat(inner.text("/field")).isEqualTo("config.tool");
    }

    @Test
    void takesACursorOfItsOwnListAlone() {
        create("{\"name\": \"x\"}");
        create("{\"name\": \"x\"}");
        var cursor = api.get(servers + "?limit=1").text("/next_cursor");

        assertThat(api.get(servers + "?limit=1&cursor=" + cursor).status()).isEqualTo(200);
        assertThat(api.get("/connections?cursor=" + cursor).status()).isEqualTo(400);
    }

    @Test
    void takesAFieldAwayByNull() {
        var created = create("{\"name\": \"x\", \"expires_at\": \"2099-01-01T00:00:00Z\"}");

        var patched = api.patch(path(created), 1, "{\"expires_at\": null}");

        assertThat(patched.json().at("/expires_at").isNull()).isTrue();
        assertThat(patched.text("/name")).isEqualTo("x");
    }

    @Test
    void refusesToChangeWhatWasChangedMeanwhile() {
        var created = create("{\"name\": \"x\"}");
        api.patch(path(created), 1, "{\"name\": \"y\"}");

        var late = api.patch(path(created), 1, "{\"name\": \"z\"}");
        var blind = api.send("PATCH", path(created), "{\"name\": \"z\"}");
        var odd = api.with("If-Match", "*").send("PATCH", path(created), "{\"name\": \"z\"}");

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().at("/version").intValue()).isEqualTo(2);
        assertThat(blind.status()).isEqualTo(428);
        assertThat(odd.status()).isEqualTo(400);
        assertThat(api.get(path(created)).text("/name")).isEqualTo("y");
    }

    @Test
    void rotatesTheUrlAtOnce() {
        var created = create("{\"name\": \"x\"}");

        var rotated = api.post(path(created) + "/rotate", "");

        assertThat(rotated.status()).isEqualTo(200);
        assertThat(rotated.text("/url")).contains(created.text("/id"));
        assertThat(connects(created.text("/url"))).isEqualTo(404);
        assertThat(connects(rotated.text("/url"))).isEqualTo(200);
    }

    @Test
    void letsTheOldUrlLiveForAGrace() {
        var created = create("{\"name\": \"x\"}");
        var first = api.post(path(created) + "/rotate?grace=PT1H", "").text("/url");
        assertThat(connects(created.text("/url"))).isEqualTo(200);
        assertThat(connects(first)).isEqualTo(200);

        var second = api.post(path(created) + "/rotate?grace=PT1H", "").text("/url");
        assertThat(connects(created.text("/url"))).isEqualTo(404);
        assertThat(connects(first)).isEqualTo(200);
        clock.goAhead(Duration.ofHours(1));

        assertThat(connects(first)).isEqualTo(404);
        assertThat(connects(second)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"P31D", "-PT1H", "soon"})
    void refusesAGraceThatIsNone(String grace) {
        var created = create("{\"name\": \"x\"}");

        var answer = api.post(path(created) + "/rotate?grace=" + grace, "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/field")).isEqualTo("grace");
        assertThat(connects(created.text("/url"))).isEqualTo(200);
    }

    @Test
    void disablesAndEnables() {
        var created = create("{\"name\": \"x\"}");

        var disabled = api.post(path(created) + "/disable", "");
        assertThat(disabled.text("/state")).isEqualTo("disabled");
        assertThat(connects(created.text("/url"))).isEqualTo(404);
        var again = api.post(path(created) + "/disable", "");
        assertThat(again.json()).isEqualTo(disabled.json());
        var enabled = api.post(path(created) + "/enable", "");

        assertThat(enabled.text("/state")).isEqualTo("active");
        assertThat(connects(created.text("/url"))).isEqualTo(200);
    }

    @Test
    void deletes() {
        var created = create("{\"name\": \"x\"}");

        assertThat(api.delete(path(created)).status()).isEqualTo(204);

        assertThat(connects(created.text("/url"))).isEqualTo(404);
        assertThat(api.get(path(created)).status()).isEqualTo(404);
        assertThat(api.delete(path(created)).status()).isEqualTo(404);
        assertThat(api.post(path(created) + "/rotate", "").status()).isEqualTo(404);
    }

    @Test
    void rotatesAnExpiredServerOnlyWithALaterEnd() {
        var end = clock.instant().plusSeconds(60);
        var created = create("{\"name\": \"x\", \"expires_at\": \"%s\"}".formatted(end));
        clock.goAhead(Duration.ofSeconds(61));

        var refused = api.post(path(created) + "/rotate", "");
        var renamed = api.patch(path(created), 1, "{\"name\": \"y\"}");
        var later = api.patch(path(created), 2, "{\"expires_at\": \"2099-01-01T00:00:00Z\"}");
        var rotated = api.post(path(created) + "/rotate", "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(renamed.text("/state")).isEqualTo("expired");
        assertThat(later.text("/state")).isEqualTo("active");
        assertThat(later.json().at("/warnings").toString()).contains("rotate");
        assertThat(connects(rotated.text("/url"))).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"limit=0,limit", "limit=201,limit", "limit=x,limit", "cursor=abc,cursor"})
    void refusesAPageThatIsNone(String query, String field) {
        var answer = api.get(servers + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/field")).isEqualTo(field);
    }
}
