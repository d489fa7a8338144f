package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.AgreeingClient;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ServerTest
class EmailTemplateToolsTests {

    private static final String BODY = "<p>Hello ${user.profile.firstName}: ${activationLink}</p>";

    private final TestServers servers;
    private final RawClient client;

    /// The template of a new brand.
    private Map<String, Object> template = Map.of();

    EmailTemplateToolsTests(@Autowired TestServers servers) {
        this.servers = servers;
        this.client = RawClient.connected(servers.full());
    }

    @BeforeEach
    void create() {
        var name = UUID.randomUUID().toString();
        var brand = client.call("create_brand", Map.of("name", name)).value().path("id");
        template = Map.of("brand_id", brand.stringValue(), "template_name", "UserActivation");
    }

    private Map<String, Object> with(Map<String, ?> more) {
        var all = new HashMap<>(template);
        all.putAll(more);
        return all;
    }

    private JsonNode call(String tool, Map<String, ?> more) {
        return client.call(tool, with(more)).value();
    }

    private JsonNode agreed(String tool, Map<String, ?> more) {
        return client.agreed(tool, with(more)).value();
    }

    /// The id of a new customization.
    private String written(String language) {
        var content = Map.of("language", language, "subject", "In " + language, "body", BODY);
        return agreed("create_email_customization", content).path("id").stringValue();
    }

    private JsonNode get(String customization) {
        return call("get_email_customization", Map.of("customization_id", customization));
    }

    private JsonNode list() {
        return call("list_email_customizations", Map.of()).path("items");
    }

    @Test
    void listsTemplatesWithWhatIsAskedFor() {
        written("en");
        var arguments =
                Map.of(
                        "brand_id",
                        template.get("brand_id"),
                        "expand",
                        List.of("settings", "customizationCount"));

        var items = client.call("list_email_templates", arguments).value().path("items");

        assertThat(items.findValuesAsString("name")).contains("ForgotPassword", "UserActivation");
        assertThat(items.findValuesAsString("recipients")).contains("ALL_USERS");
        assertThat(items.findValuesAsString("customizationCount")).contains("1", "0");
    }

    @Test
    void getsATemplate() {
        var found = call("get_email_template", Map.of("expand", List.of("customizationCount")));

        assertThat(found.path("name").stringValue()).isEqualTo("UserActivation");
        assertThat(found.at("/_embedded/customizationCount").intValue()).isZero();
    }

    @Test
    void showsOktasOwnWordsWithTheirVariablesAndWithout() {
        var french = Map.of("language", "fr");

        assertThat(call("get_email_default_content", french).path("body").stringValue())
                .contains("${user.profile.firstName}");
        assertThat(call("get_email_default_content_preview", french).path("body").stringValue())
                .contains("Margaret")
                .doesNotContain("${");
    }

    @Test
    void changesWhoGetsAnEmail() {
        call("replace_email_settings", Map.of("recipients", "ADMINS_ONLY"));

        assertThat(call("get_email_settings", Map.of()).path("recipients").stringValue())
                .isEqualTo("ADMINS_ONLY");
    }

    @Test
    void handsOnThatATemplateTakesNoSuchRecipients() {
        var forgotten = Map.of("template_name", "ForgotPassword", "recipients", "NO_USERS");

        assertThat(client.call("replace_email_settings", with(forgotten)).text())
                .contains("HTTP 422, E0000189");
    }

    @Test
    void sendsATest() {
        assertThat(call("send_test_email", Map.of("language", "fr")).path("done").stringValue())
                .contains("UserActivation");
    }

    @Test
    void makesTheFirstCustomizationTheDefault() {
        var english = written("en");
        var french = written("fr");

        assertThat(get(english).path("isDefault").booleanValue()).isTrue();
        assertThat(get(french).path("isDefault").booleanValue()).isFalse();
        assertThat(list().findValuesAsString("language")).containsExactlyInAnyOrder("en", "fr");
    }

    @Test
    void leavesTheHtmlOutOfTheListUnlessItIsAskedFor() {
        written("en");

        assertThat(list().toString()).contains("In en").doesNotContain("activationLink");
        assertThat(
                        call("list_email_customizations", Map.of("response_format", "detailed"))
                                .toString())
                .contains("activationLink");
    }

    @Test
    void fillsTheVariablesInForAPreview() {
        var preview =
                call("get_email_customization_preview", Map.of("customization_id", written("en")));

        assertThat(preview.path("body").stringValue()).contains("Hello Margaret");
    }

    @Test
    void handsOnThatALanguageIsTakenAndThatAVariableIsMissing() {
        written("en");
        var content = Map.of("language", "en", "subject", "Again", "body", BODY);
        var bare = Map.of("language", "fr", "subject", "Bonjour", "body", "Bonjour");

        assertThat(client.agreed("create_email_customization", with(content)).text())
                .contains("E0000183");
        assertThat(client.agreed("create_email_customization", with(bare)).text())
                .contains("activationLink");
    }

    @Test
    void writesNoEmailWithoutAYes() {
        var content = Map.of("language", "en", "subject", "Hello", "body", BODY);

        var unasked = client.call("create_email_customization", with(content));

        assertThat(unasked.code()).isEqualTo("NOT_CONFIRMED");
        assertThat(list()).isEmpty();
    }

    @Test
    void changesTheSubjectAndKeepsTheRest() {
        var english = written("en");

        agreed(
                "replace_email_customization",
                Map.of("customization_id", english, "subject", "Welcome"));

        var now = get(english);
        assertThat(now.path("subject").stringValue()).isEqualTo("Welcome");
        assertThat(now.path("body").stringValue()).isEqualTo(BODY);
        assertThat(now.path("isDefault").booleanValue()).isTrue();
    }

    @Test
    void handsTheMarkOfTheDefaultOnButTakesItFromNone() {
        var english = written("en");
        var french = written("fr");

        var refused =
                client.agreed(
                        "replace_email_customization",
                        with(Map.of("customization_id", english, "is_default", false)));
        agreed(
                "replace_email_customization",
                Map.of("customization_id", french, "is_default", true));

        assertThat(refused.text()).contains("is the default").contains("is_default true");
        assertThat(get(french).path("isDefault").booleanValue()).isTrue();
        assertThat(get(english).path("isDefault").booleanValue()).isFalse();
    }

    @Test
    void deletesACustomizationAfterAYesButNotTheDefault() {
        var english = Map.<String, Object>of("customization_id", written("en"));
        var french = Map.<String, Object>of("customization_id", written("fr"));

        try (var agreeing = new AgreeingClient(servers.full())) {
            agreeing.call("delete_email_customization", with(french)).value();
            assertThat(agreeing.call("delete_email_customization", with(english)).text())
                    .contains("delete_all_email_customizations");
        }

        assertThat(list().findValuesAsString("language")).containsExactly("en");
    }

    @Test
    void deletesAllCustomizationsAfterAYes() {
        written("en");
        written("fr");

        var unasked = client.call("delete_all_email_customizations", template);

        assertThat(unasked.code()).isEqualTo("NOT_CONFIRMED");
        assertThat(list()).hasSize(2);
        try (var agreeing = new AgreeingClient(servers.full())) {
            agreeing.call("delete_all_email_customizations", template).value();

            assertThat(agreeing.questions())
                    .singleElement()
                    .asString()
                    .containsAnyOf(
                            "Customizations that are removed: 2 (fr, en).",
                            "Customizations that are removed: 2 (en, fr).");
        }
        assertThat(list()).isEmpty();
    }
}
