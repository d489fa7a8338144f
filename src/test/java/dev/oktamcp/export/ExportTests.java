package dev.oktamcp.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.server.ToolExposure;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.SimulatedOrg;
import dev.oktamcp.store.Rows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// Files by a link: downloaded whole, or read in parts.
@ServerTest
class ExportTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final SimulatedOrg org;
    private final TestServers servers;
    private final TestApi api;
    private final JdbcClient jdbc;
    private final String url;
    private final RawClient client;
    private volatile boolean over;

    ExportTests(
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

    /// The org is shared, and keeps its watchers: what one test does must not happen in another.
    @AfterEach
    void watchNoLonger() {
        over = true;
    }

    private JsonNode link(String tool, Map<String, ?> arguments) {
        return client.call(tool, arguments).value();
    }

    private static HttpResponse<String> get(String method, String url) {
        var request =
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(Duration.ofSeconds(20))
                        .method(method, HttpRequest.BodyPublishers.noBody());
        return sent(request.build());
    }

    private static HttpResponse<String> sent(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> download(JsonNode link) {
        return get("GET", url + link.path("download").asString());
    }

    private List<String> lines(String tool, Map<String, ?> arguments) {
        return download(link(tool, arguments)).body().lines().toList();
    }

    @Test
    void aCallAnswersWithALinkAndReadsNothing() {
        var result = client.call("export_users", Map.of());

        var content = result.response().at("/result/content");
        assertThat(content).hasSize(2);
        assertThat(content.at("/0/type").asString()).isEqualTo("text");
        assertThat(content.at("/1/type").asString()).isEqualTo("resource_link");
        assertThat(content.at("/1/uri")).isEqualTo(result.value().path("uri"));
        assertThat(content.at("/1/mimeType").asString()).isEqualTo("text/csv");
        assertThat(org.requests()).isEmpty();
    }

    private List<String> intents() {
        return jdbc.sql(
                        """
                        select case when outcome is not null then outcome
                                    when lease_until > :half_an_hour then 'leased'
                                    else 'lost soon' end
                          from intent
                         where server_id = :id
                        """)
                .param("id", TestServers.id(url))
                .param("half_an_hour", Rows.time(Instant.now().plus(Duration.ofMinutes(30))))
                .query(String.class)
                .list();
    }

    /// Should the server die, something says what was on its way.
    @Test
    void aDownloadIsRecordedBeforeItsFirstRowLeaves() {
        var before = new AtomicReference<List<String>>();
        org.watch(request -> {
            if (!over) {
                before.compareAndSet(null, intents());
            }
        });

        download(link("export_users", Map.of()));

        assertThat(before.get()).containsExactly("leased");
        assertThat(intents()).containsExactly("SUCCESS");
    }

    @Test
    void anOlderClientGetsTheTextAlone() {
        var session = RawClient.session(url, "2025-03-26", "{}");
        var older = RawClient.of(url).with("Mcp-Session-Id", session);

        var content = older.call("export_users", Map.of()).response().at("/result/content");

        assertThat(content).hasSize(1);
    }

    @Test
    void aDownloadIsTheWholeListInColumns() {
        var first = org.hasUser("exported.one@example.com");
        var second = org.hasUser("exported.two@example.com");

        var answer =
                download(
                        link(
                                "export_users",
                                Map.of(
                                        "search",
                                        "profile.login sw \"exported.\"",
                                        "columns",
                                        List.of("id", "profile.login"))));

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("export_users.csv");
        assertThat(answer.body().lines())
                .containsExactlyInAnyOrder(
                        "id,profile.login",
                        first + ",exported.one@example.com",
                        second + ",exported.two@example.com",
                        "# whole: 2 rows");
    }

    @Test
    void goesThroughAllPagesOfOkta() {
        for (int i = 0; i < 230; i++) {
            org.hasUser("paged%03d@example.com".formatted(i));
        }

        var lines =
                lines(
                        "export_users",
                        Map.of("search", "profile.login sw \"paged\"", "format", "JSONL"));

        assertThat(lines).hasSize(231);
        assertThat(lines.getFirst()).contains("\"profile.login\":\"paged");
        assertThat(lines.getLast()).contains("\"whole\":true,\"rows\":230");
    }

    @Test
    void membersAppUsersGroupsAndEventsAreExportedToo() {
        var group = org.groupId("Engineering");
        var app = client.call("list_applications", Map.of("q", "Wiki")).value().at("/items/0/id");

        assertThat(lines("export_groups", Map.of()).toString()).contains("Engineering");
        assertThat(lines("export_group_members", Map.of("group_id", group)).toString())
                .contains("ada.lovelace@example.com");
        assertThat(lines("export_app_users", Map.of("app_id", app.asString())).toString())
                .contains("# whole");
        assertThat(lines("export_logs", Map.of("since", "7 days ago")).getFirst())
                .startsWith("published,eventType");
    }

    @Test
    void leavesOneRowInTheAuditWithWhatWasWritten() {
        org.hasUser("audited.export@example.com");

        var lines =
                lines(
                        "export_users",
                        Map.of("search", "profile.login eq \"audited.export@example.com\""));

        assertThat(lines).hasSize(3);
        assertThat(
                        jdbc.sql(
                                        """
                                        select reason
                                          from audit_event
                                         where server_id = :server
                                           and tool = 'export_users'
                                           and reason is not null
                                        """)
                                .param("server", TestServers.id(url))
                                .query(String.class)
                                .list())
                .containsExactly("rows written: 1");
    }

    @Test
    void hiddenAttributesAreNotInItAndCantBeAskedFor() {
        var hidingUrl = servers.hiding("email", "login");
        var hiding = RawClient.connected(hidingUrl);

        var asked = hiding.call("export_users", Map.of("columns", List.of("id", "profile.email")));
        var link = hiding.call("export_users", Map.of("columns", List.of("id", "profile"))).value();
        var file = get("GET", hidingUrl + link.path("download").asString()).body();

        assertThat(asked.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(file).contains("firstName").doesNotContain("@example.com");
    }

    @Test
    void whatTheFilterHidesIsNotThere() {
        var excluded = Set.of("listUsers");
        var filter = new Filter(Set.of("read"), Set.of(), Set.of(), excluded, Set.of());
        var narrow = RawClient.connected(servers.with(filter));

        assertThat(narrow.call("export_users", Map.of()).response().toString())
                .contains("Unknown tool");
    }

    @Test
    void aLinkEndsWithWhatItsToolNeeds() {
        var link = link("export_users", Map.of());
        var path = servers.path(url);
        var version = api.get(path).json().path("version").asLong();
        api.patch(path, version, "{\"config\":{\"tools\":{\"exclude\":[\"listUsers\"]}}}");

        assertThat(download(link).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?id=", "?id=AAAA", "?id=%00"})
    void nothingIsAtALinkThatWeDidNotGive(String query) {
        assertThat(get("GET", url + "/export" + query).statusCode()).isIn(400, 404);
    }

    @Test
    void aLinkIsGoodForItsOwnServerAlone() {
        var link = link("export_users", Map.of());

        var elsewhere = get("GET", servers.full() + link.path("download").asString());

        assertThat(elsewhere.statusCode()).isEqualTo(404);
        assertThat(org.requests()).isEmpty();
    }

    @Test
    void isGuardedBySecondFactorAndOriginLikeItsServer() {
        var filter = Filter.ofMethods("read");
        var guarded = servers.with(new Config(filter, ToolExposure.DEFAULT, true), null);
        var link = url + link("export_users", Map.of()).path("download").asString();
        var foreign =
                HttpRequest.newBuilder(URI.create(link)).header("Origin", "https://evil.test");

        assertThat(get("GET", guarded + "/export?id=AAAA").statusCode()).isEqualTo(401);
        assertThat(sent(foreign.GET().build()).statusCode()).isEqualTo(403);
        assertThat(org.requests()).isEmpty();
    }

    @Test
    void isNotReadByAnythingButAGet() {
        var link = url + link("export_users", Map.of()).path("download").asString();

        assertThat(get("HEAD", link).statusCode()).isEqualTo(405);
        assertThat(get("POST", link).statusCode()).isEqualTo(405);
        assertThat(org.requests()).isEmpty();
    }

    @Test
    void saysWhatOktaHasAgainstIt() {
        var link = link("export_users", Map.of("search", "status ne \"ACTIVE\""));

        var answer = download(link);

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("E0000031");
    }

    @Test
    void refusesAColumnThatIsNone() {
        var result = client.call("export_users", Map.of("columns", List.of("id; drop")));

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("is no column");
    }

    /// Reads a part by `resources/read`.
    private JsonNode part(String uri) {
        return client.request("resources/read", "{\"uri\":\"%s\"}".formatted(uri))
                .at("/result/contents/0");
    }

    @Test
    void isReadInPartsThatSayWhereTheNextBegins() {
        for (int i = 0; i < 130; i++) {
            org.hasUser("part%03d@example.com".formatted(i));
        }
        var search = Map.of("search", "profile.login sw \"part\"", "columns", List.of("id"));

        var first = part(link("export_users", search).path("uri").asString());
        var lines = first.path("text").asString().lines().toList();
        var next = lines.getLast().replaceAll("(?s).*(okta://export/\\S+).*", "$1");
        var rest = part(next).path("text").asString().lines().toList();

        assertThat(first.path("mimeType").asString()).isEqualTo("text/csv");
        assertThat(lines).hasSize(102);
        assertThat(lines.getLast()).startsWith("# NOT WHOLE: 100 rows. A part. It goes on at");
        assertThat(rest).hasSize(32);
        assertThat(rest.getLast()).isEqualTo("# whole: 30 rows from there on");
        assertThat(rest).doesNotContainAnyElementsOf(lines.subList(1, 101));
    }

    /// The second page of Okta's breaks off, and each attempt to get it.
    @Test
    void saysAtItsEndThatItIsNotWhole() {
        for (int i = 0; i < 210; i++) {
            org.hasUser("broken%03d@example.com".formatted(i));
        }
        var link = link("export_users", Map.of("search", "profile.login sw \"broken\""));
        org.watch(request -> {
            if (!over && request.toString().contains("after=")) {
                org.next(Fault.status(500));
            }
        });

        var lines = download(link).body().lines().toList();

        assertThat(lines).hasSizeLessThan(212);
        assertThat(lines.getLast())
                .contains("# NOT WHOLE: 200 rows. Stopped before the end: ")
                .contains("It goes on at okta://export/")
                .doesNotContain("cursor");
    }

    @Test
    void endsWithItsUrl() {
        for (int i = 0; i < 300; i++) {
            org.hasUser("ending%03d@example.com".formatted(i));
        }
        var link = link("export_users", Map.of("search", "profile.login sw \"ending\""));
        org.watch(request -> {
            if (!over && request.toString().contains("after=")) {
                api.delete(servers.path(url));
            }
        });

        var body = download(link).body();

        assertThat(body).contains("# NOT WHOLE: The URL has ended");
        assertThat(body).doesNotContain("# whole");
    }
}
