package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.AgreeingClient;
import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.StatelessClient;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.server.ToolExposure;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@ServerTest
class BrandPageToolsTests {

    private static final String HTML = "<html><body>Ours</body></html>";

    private final TestServers servers;
    private final RawClient client;

    BrandPageToolsTests(@Autowired TestServers servers) {
        this.servers = servers;
        this.client = RawClient.connected(servers.full());
    }

    private String brand() {
        var name = UUID.randomUUID().toString();
        return client.call("create_brand", Map.of("name", name)).value().path("id").stringValue();
    }

    private String defaultBrand() {
        var found = client.call("list_brands", Map.of("q", "Example Company")).value();
        return found.at("/items/0/id").stringValue();
    }

    private static CallResult change(
            RawClient client, String page, String brand, Map<String, ?> changes) {
        var arguments = new HashMap<String, Object>(changes);
        arguments.put("brand_id", brand);
        return client.agreed("replace_" + page, arguments);
    }

    private CallResult change(String page, String brand, Map<String, ?> changes) {
        return change(client, page, brand, changes);
    }

    private JsonNode get(String page, String brand) {
        return client.call("get_" + page, Map.of("brand_id", brand)).value();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customized_error_page",
                "preview_error_page",
                "customized_sign_in_page",
                "preview_sign_in_page"
            })
    void changesWhatIsGivenAndKeepsTheRest(String page) {
        var brand = brand();
        change(page, brand, Map.of("page_content", HTML, "csp_report_uri", "https://a.example.com"))
                .value();

        change(
                        page,
                        brand,
                        Map.of("csp_mode", "report_only", "csp_src_list", List.of("https://b.io")))
                .value();

        var now = get(page, brand);
        assertThat(now.path("pageContent").stringValue()).isEqualTo(HTML);
        assertThat(now.path("contentSecurityPolicySetting").toString())
                .contains("\"reportUri\":\"https://a.example.com\"")
                .contains("\"mode\":\"report_only\"")
                .contains("\"srcList\":[\"https://b.io\"]");
    }

    @Test
    void tellsLongPagesApartThatDifferInTheMiddle() {
        var brand = brand();
        var large = "x".repeat(3_000);
        change("customized_sign_in_page", brand, Map.of("page_content", large)).value();
        var asks = StatelessClient.of(servers.full(), "{\"elicitation\":{}}");
        var other = large.substring(0, 1_500) + "y" + large.substring(1_501);

        var asked =
                asks.call(
                        "replace_customized_sign_in_page",
                        Map.of("brand_id", brand, "page_content", other));

        var question = asked.response().at("/result/inputRequests/confirmation/params/message");
        var change = question.asString().lines().filter(line -> line.startsWith("pageContent"));
        assertThat(change)
                .singleElement()
                .asString()
                .matches(".*SHA-256 (\\w{16}).*3,000 characters, SHA-256 (?!\\1)\\w{16}.*")
                .doesNotContain("characters more");
    }

    /// Whoever is asked sees the beginning and the end of a page that has a million characters.
    @Test
    void deletesALargePageToo() {
        var brand = brand();
        var large = HTML + "x".repeat(160_000);
        change("customized_sign_in_page", brand, Map.of("page_content", large)).value();

        var deleted = client.agreed("delete_customized_sign_in_page", Map.of("brand_id", brand));

        assertThat(deleted.failed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customized_error_page",
                "preview_error_page",
                "customized_sign_in_page",
                "preview_sign_in_page"
            })
    void deletesAPageAfterAYes(String page) {
        var brand = brand();
        var of = Map.<String, Object>of("brand_id", brand);
        change(page, brand, Map.of("page_content", HTML)).value();

        var unasked = client.call("delete_" + page, of);

        assertThat(unasked.code()).isEqualTo("NOT_CONFIRMED");
        assertThat(get(page, brand).path("pageContent").stringValue()).isEqualTo(HTML);
        try (var agreeing = new AgreeingClient(servers.full())) {
            agreeing.call("delete_" + page, of).value();
        }
        assertThat(client.call("get_" + page, of).text()).contains("E0000007");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customized_error_page",
                "preview_error_page",
                "customized_sign_in_page",
                "preview_sign_in_page"
            })
    void showsNobodyNewScriptsWithoutAYes(String page) {
        var brand = brand();
        var script = Map.of("brand_id", brand, "page_content", "<script>take()</script>");

        var unasked = client.call("replace_" + page, script);

        assertThat(unasked.code()).isEqualTo("NOT_CONFIRMED");
        assertThat(client.call("get_" + page, Map.of("brand_id", brand)).text())
                .contains("E0000007");
    }

    @Test
    void changesOneLabelOfTheWidgetAndTakesOutAnother() {
        var brand = brand();
        var page = "customized_sign_in_page";
        var labels =
                Map.of("signInLabel", "Welcome", "helpLabel", "Help", "widgetGeneration", "G3");
        change(
                        page,
                        brand,
                        Map.of(
                                "page_content", HTML,
                                "widget_version", "^7",
                                "widget_customizations", labels))
                .value();
        var changes = new HashMap<String, @Nullable Object>();
        changes.put("signInLabel", "Hello");
        changes.put("helpLabel", null);

        change(page, brand, Map.of("widget_customizations", changes)).value();

        var now = get(page, brand);
        assertThat(now.path("widgetVersion").stringValue()).isEqualTo("^7");
        assertThat(now.path("widgetCustomizations").propertyNames())
                .containsExactlyInAnyOrder("signInLabel", "widgetGeneration");
        assertThat(now.at("/widgetCustomizations/signInLabel").stringValue()).isEqualTo("Hello");
    }

    @Test
    void asksForTheHtmlOfAPageThatIsNotThereYet() {
        var result = change("preview_error_page", brand(), Map.of("csp_mode", "enforced"));

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("page_content").contains("get_default_error_page");
    }

    @Test
    void setsLabelsOfTheDefaultBrandWithoutItsHtml() {
        var brand = defaultBrand();
        var labels = Map.of("widget_customizations", Map.of("helpUrl", "https://h.example.com"));

        change("customized_sign_in_page", brand, labels).value();
        var html = change("customized_sign_in_page", brand, Map.of("page_content", HTML));

        assertThat(get("customized_sign_in_page", brand).path("widgetCustomizations").toString())
                .contains("https://h.example.com");
        assertThat(html.text()).contains("E0000213");
    }

    @Test
    void changesPagesWhereNothingElseOfBrandsIsAllowed() {
        var brand = brand();
        var filter =
                new Filter(Set.of("read", "write"), Set.of("pages"), Set.of(), Set.of(), Set.of());
        var config = new Config(filter, ToolExposure.DEFAULT, false);
        var pages = RawClient.connected(servers.with(config, null));
        change(pages, "customized_error_page", brand, Map.of("page_content", HTML)).value();

        var result = change(pages, "customized_error_page", brand, Map.of("csp_mode", "enforced"));

        assertThat(result.value().path("pageContent").stringValue()).isEqualTo(HTML);
    }

    @Test
    void tellsWhichVersionsThereAre() {
        var brand = brand();
        change("preview_sign_in_page", brand, Map.of("page_content", HTML)).value();
        var arguments =
                Map.of("brand_id", brand, "expand", List.of("default", "customized", "preview"));

        var root = client.call("get_sign_in_page_resources", arguments).value();

        assertThat(root.path("_embedded").propertyNames())
                .containsExactlyInAnyOrder("default", "preview");
        assertThat(root.at("/_embedded/preview/pageContent").stringValue()).isEqualTo(HTML);
    }

    @Test
    void showsOktasOwnPages() {
        var brand = brand();

        assertThat(get("default_error_page", brand).path("pageContent").stringValue())
                .contains("error");
        assertThat(get("default_sign_in_page", brand).path("pageContent").stringValue())
                .contains("sign-in");
        assertThat(client.call("get_error_page_resources", Map.of("brand_id", brand)).failed())
                .isFalse();
    }

    @Test
    void listsVersionsOfTheWidget() {
        var page = client.call("list_sign_in_widget_versions", Map.of("brand_id", brand())).value();

        assertThat(page.path("items").toString()).contains("7.30");
    }

    @Test
    void sendsPeopleWhoSignOutToAnAddressAndBack() {
        var brand = brand();
        var bye = Map.of("type", "EXTERNALLY_HOSTED", "url", "https://example.com/bye");

        change("sign_out_page_settings", brand, bye).value();

        assertThat(get("sign_out_page_settings", brand).path("url").stringValue())
                .isEqualTo("https://example.com/bye");
        change("sign_out_page_settings", brand, Map.of("type", "OKTA_DEFAULT")).value();
        assertThat(get("sign_out_page_settings", brand).has("url")).isFalse();
    }

    @Test
    void asksWhereToPeopleAreSentWhoSignOut() {
        var result = change("sign_out_page_settings", brand(), Map.of("type", "EXTERNALLY_HOSTED"));

        assertThat(result.text()).contains("needs a url");
    }
}
