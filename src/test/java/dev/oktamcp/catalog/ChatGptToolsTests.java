package dev.oktamcp.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The pair of tools that ChatGPT asks for, with their shapes.
@ServerTest
class ChatGptToolsTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SimulatedOrg org;
    private final TestServers servers;
    private final RawClient client;

    ChatGptToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
        this.client = RawClient.connected(servers.readOnly() + "/x/chatgpt");
    }

    private static Set<String> names(JsonNode object) {
        return Set.copyOf(object.propertyNames());
    }

    private JsonNode search(String query) {
        return client.call("search", Map.of("query", query)).value().path("results");
    }

    private JsonNode fetch(String id) {
        return client.call("fetch", Map.of("id", id)).value();
    }

    @Test
    void areListedWhereTheyAreNamedAndNowhereElse() {
        var tagged = new Filter(Set.of("read"), Set.of("users"), Set.of(), Set.of(), Set.of());

        assertThat(client.toolNames()).contains("search", "fetch");
        assertThat(RawClient.connected(servers.full()).toolNames())
                .doesNotContain("search", "fetch");
        assertThat(RawClient.connected(servers.with(tagged)).toolNames())
                .contains("list_user_devices")
                .doesNotContain("search", "fetch");
    }

    @Test
    void takeWhatChatGptSendsAndSayThatTheyOnlyRead() {
        for (var tool : client.tools()) {
            var name = tool.path("name").asString();
            if (Set.of("search", "fetch").contains(name)) {
                var argument = name.equals("search") ? "query" : "id";
                var schema = tool.path("inputSchema");
                assertThat(names(schema.path("properties"))).containsExactly(argument);
                assertThat(schema.path("required").toString())
                        .isEqualTo("[\"%s\"]".formatted(argument));
                assertThat(tool.at("/annotations/readOnlyHint").asBoolean()).isTrue();
            }
        }
    }

    @Test
    void answerWithOneTextThatIsTheSameJson() {
        var found = client.call("search", Map.of("query", "Ada Lovelace"));
        var fetched = client.call("fetch", Map.of("id", "doc:listUsers"));

        for (var result : List.of(found, fetched)) {
            var content = result.response().at("/result/content");
            assertThat(content).hasSize(1);
            assertThat(content.at("/0/type").asString()).isEqualTo("text");
            assertThat(JSON.readTree(result.text())).isEqualTo(result.value());
        }
        assertThat(names(found.value())).containsExactly("results");
        assertThat(found.value().path("results"))
                .isNotEmpty()
                .allSatisfy(hit -> assertThat(names(hit)).isEqualTo(Set.of("id", "title", "url")));
        assertThat(names(fetched.value()))
                .isEqualTo(Set.of("id", "title", "text", "url", "metadata"));
    }

    @Test
    void findPeopleGroupsAppsAndOperationsAtOnce() {
        var user = org.hasUser("zebedee.zorn@example.com");
        var group = org.hasGroup("The Zebedee fans");

        var ids = search("zebedee wiki").findValuesAsString("id");

        assertThat(ids).contains("user:" + user, "group:" + group);
        assertThat(ids).anySatisfy(id -> assertThat(id).startsWith("app:0oa"));
    }

    @Test
    void putFirstWhatHasMoreOfTheWords() {
        assertThat(search("Ada Lovelace").at("/0/title").asString()).startsWith("Ada Lovelace (");
    }

    @Test
    void everythingThatIsFoundCanBeFetchedAndCited() {
        for (var hit : search("Ada wiki engineering reset password")) {
            var found = fetch(hit.path("id").asString());

            assertThat(found.path("id")).isEqualTo(hit.path("id"));
            assertThat(found.path("title")).isEqualTo(hit.path("title"));
            assertThat(found.path("url")).isEqualTo(hit.path("url"));
            assertThat(found.path("url").asString()).startsWith("http");
            assertThat(found.path("text").asString()).isNotBlank();
        }
    }

    @Test
    void tellOfAUserWithGroupsAndApps() {
        var found = fetch("user:" + org.userId("ada.lovelace@example.com"));
        var text = JSON.readTree(found.path("text").asString());

        assertThat(text.at("/profile/firstName").asString()).isEqualTo("Ada");
        assertThat(text.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(text.path("groups").toString()).contains("Engineering");
        assertThat(text.path("apps").toString()).contains("Wiki");
    }

    @Test
    void tellWhatOneOperationTakes() {
        var found = fetch("doc:listUserTypes");

        assertThat(found.path("text").asString()).contains("GET /api/v1/meta/types/user");
        assertThat(found.path("url").asString())
                .startsWith("https://developer.okta.com/")
                .endsWith("/operation/listUserTypes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "user",
                "page:1",
                "doc:noSuchOperation",
                "doc:deactivateUser",
                "user:00uNotThere1234567"
            })
    void answerAnIdThatTheyDoNotHaveWithAFailure(String id) {
        var result = client.call("fetch", Map.of("id", id));

        assertThat(result.failed()).isTrue();
        assertThat(result.text()).isNotBlank();
    }

    @Test
    void leaveOutWhatTheFilterHides() {
        var filter =
                new Filter(
                        Set.of("read"),
                        Set.of("chatgpt"),
                        Set.of(),
                        Set.of("listUsers", "getUser", "listGroupUsers"),
                        Set.of());
        var narrow = RawClient.connected(servers.with(filter));
        var group = org.groupId("Engineering");

        var hits = narrow.call("search", Map.of("query", "Ada engineering")).value();
        var user = fetchFrom(narrow, "user:" + org.userId("ada.lovelace@example.com"));
        var page = fetchFrom(narrow, "group:" + group).value();

        assertThat(hits.findValuesAsString("id"))
                .contains("group:" + group)
                .noneMatch(id -> id.startsWith("user:"));
        assertThat(user.text()).contains("There is nothing with the id user:");
        assertThat(page.path("text").asString()).contains("left out: not readable");
        assertThat(org.requests().toString()).doesNotContain("/api/v1/users");
    }

    private static CallResult fetchFrom(RawClient client, String id) {
        return client.call("fetch", Map.of("id", id));
    }

    @Test
    void hideAttributesInTitlesTextsAndWhatIsSearched() {
        var url = servers.hiding("login", "email", "lastName", "displayName") + "/x/chatgpt";
        var hiding = RawClient.connected(url);

        var byName = hiding.call("search", Map.of("query", "Ada")).value();
        var byHidden = hiding.call("search", Map.of("query", "Lovelace")).value();
        var page = fetchFrom(hiding, "user:" + org.userId("ada.lovelace@example.com")).value();

        assertThat(byName.findValuesAsString("title")).contains("Ada");
        assertThat(byHidden.findValuesAsString("id")).noneMatch(id -> id.startsWith("user:"));
        assertThat(byName.toString() + page).doesNotContainIgnoringCase("lovelace");
    }

    @Test
    void putNothingIntoASearchThatMeansSomethingThere() {
        search("x\" or profile.login pr or profile.login sw \"");

        assertThat(org.requests().toString()).doesNotContain("%20pr%20").doesNotContain("+pr+");
    }

    @Test
    void findTheRestWhereOneKindCantBeRead() {
        org.next(Fault.status(403));

        var kinds = kinds(search("Ada engineering wiki"));

        assertThat(kinds).hasSizeGreaterThanOrEqualTo(2);
    }

    private static Set<String> kinds(JsonNode hits) {
        return hits.findValuesAsString("id").stream()
                .map(id -> id.substring(0, id.indexOf(':')))
                .collect(Collectors.toSet());
    }

    @Test
    void areRecommendedForNoOperation() {
        var all = RawClient.connected(servers.full());

        for (var operation : List.of("listApplications", "listNetworkZones", "getApplication")) {
            var described = all.call("describe_operation", Map.of("operation", operation)).value();
            assertThat(described.path("better_tool").asString(""))
                    .isNotIn("search", "fetch", "okta_test");
        }
    }
}
