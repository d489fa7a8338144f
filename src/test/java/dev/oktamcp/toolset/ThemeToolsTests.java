package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.AgreeingClient;
import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

@ServerTest
class ThemeToolsTests {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final SimulatedOrg org;
    private final TestServers servers;
    private final RawClient client;

    ThemeToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
        this.client = RawClient.connected(servers.full());
    }

    /// Of a new brand.
    private Map<String, Object> theme() {
        var name = UUID.randomUUID().toString();
        var brand = client.call("create_brand", Map.of("name", name)).value().path("id");
        var of = Map.of("brand_id", brand.stringValue());
        var themes = client.call("list_brand_themes", of).value();
        return Map.of(
                "brand_id",
                brand.stringValue(),
                "theme_id",
                themes.at("/items/0/id").stringValue());
    }

    private static Map<String, Object> with(Map<String, Object> theme, Map<String, ?> more) {
        var all = new HashMap<>(theme);
        all.putAll(more);
        return all;
    }

    private JsonNode get(Map<String, Object> theme) {
        return client.call("get_brand_theme", theme).value();
    }

    private CallResult upload(String image, Map<String, Object> theme, byte[] file) {
        var text = Base64.getEncoder().encodeToString(file);
        return client.call("upload_brand_theme_" + image, with(theme, Map.of("file", text)));
    }

    @Test
    void changesOneColorAndKeepsTheRest() {
        var theme = theme();
        var first =
                Map.of(
                        "secondary_color_contrast_hex", "#ffffff",
                        "loading_page_touch_point_variant", "NONE");
        client.call("replace_brand_theme", with(theme, first)).value();

        client.call("replace_brand_theme", with(theme, Map.of("primary_color_hex", "#aa0000")))
                .value();

        var look = get(theme);
        assertThat(look.path("primaryColorHex").stringValue()).isEqualTo("#aa0000");
        assertThat(look.path("secondaryColorContrastHex").stringValue()).isEqualTo("#ffffff");
        assertThat(look.path("loadingPageTouchPointVariant").stringValue()).isEqualTo("NONE");
    }

    @Test
    void handsOnThatAColorIsNone() {
        var result =
                client.call(
                        "replace_brand_theme", with(theme(), Map.of("primary_color_hex", "red")));

        assertThat(result.text()).contains("E0000001").contains("hex code");
    }

    @ParameterizedTest
    @CsvSource({"logo, logo", "favicon, favicon", "background_image, backgroundImage"})
    void setsAnImageAndTakesItAwayAfterAYes(String image, String field) {
        var theme = theme();
        var usual = get(theme).path(field).asString("");

        var url = upload(image, theme, PNG).value().path("url").stringValue();

        assertThat(get(theme).path(field).stringValue()).isEqualTo(url).isNotEqualTo(usual);
        try (var agreeing = new AgreeingClient(servers.full())) {
            agreeing.call("delete_brand_theme_" + image, theme).value();
        }
        assertThat(get(theme).path(field).asString("")).isEqualTo(usual);
    }

    @Test
    void sendsAnImageOfTheSizeOfAMessage() {
        var file = Arrays.copyOf(PNG, 90_000);

        assertThat(upload("logo", theme(), file).failed()).isFalse();
    }

    @Test
    void refusesWhatIsNoFile() {
        var theme = theme();
        org.forgetRequests();

        var result = client.call("upload_brand_theme_logo", with(theme, Map.of("file", "a,b")));

        assertThat(result.text()).contains("no Base64");
        assertThat(org.requests()).isEmpty();
    }

    @Test
    void takesNoImageAwayWhereNobodyCanBeAsked() {
        var theme = theme();
        var url = upload("logo", theme, PNG).value().path("url").stringValue();

        var result = client.call("delete_brand_theme_logo", theme);

        assertThat(result.code()).isEqualTo("NOT_CONFIRMED");
        assertThat(get(theme).path("logo").stringValue()).isEqualTo(url);
    }
}
