package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.AgreeingClient;
import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

@ServerTest
class BrandToolsTests {

    private static final String PRIVACY = "https://example.com/privacy";

    private final SimulatedOrg org;
    private final TestServers servers;
    private final RawClient client;

    BrandToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
        this.client = RawClient.connected(servers.full());
    }

    private String brand(String name) {
        var made = client.call("create_brand", Map.of("name", name)).value();
        return made.path("id").stringValue();
    }

    private JsonNode replace(String brand, Map<String, ?> changes) {
        var arguments = new HashMap<String, Object>(changes);
        arguments.put("brand_id", brand);
        return client.call("replace_brand", arguments).value();
    }

    private CallResult delete(String brand) {
        try (var agreeing = new AgreeingClient(servers.full())) {
            return agreeing.call("delete_brand", Map.of("brand_id", brand));
        }
    }

    private JsonNode found(String name) {
        var page = client.call("list_brands", Map.of("q", name, "fields", List.of("isDefault")));
        return page.value().at("/items/0");
    }

    @Test
    void listsBrandsByATextInTheirName() {
        brand("Brand to find");

        var page = client.call("list_brands", Map.of("q", "to find")).value();

        assertThat(page.path("items").findValuesAsString("name")).containsExactly("Brand to find");
    }

    @Test
    void embedsWhatIsAskedFor() {
        var partners = found("Example Partners").path("id").stringValue();
        var arguments = Map.of("brand_id", partners, "expand", List.of("domains", "themes"));

        var brand = client.call("get_brand", arguments).value();

        assertThat(brand.at("/_embedded/domains/0/domain").stringValue())
                .isEqualTo("login.example.com");
        assertThat(brand.at("/_embedded/themes/0/primaryColorHex").stringValue())
                .isEqualTo("#1662dd");
    }

    @Test
    void listsTheDomainsOfABrand() {
        var partners = found("Example Partners").path("id").stringValue();

        var page = client.call("list_brand_domains", Map.of("brand_id", partners)).value();

        assertThat(page.path("items").findValuesAsString("domain"))
                .containsExactly("login.example.com");
    }

    @Test
    void handsOnThatTheNameIsTaken() {
        brand("Twice");

        var result = client.call("create_brand", Map.of("name", "Twice"));

        assertThat(result.text()).contains("E0000202").contains("already exists");
    }

    @Test
    void changesWhatIsGivenAndKeepsTheRest() {
        var brand = brand("Kept");
        replace(
                brand,
                Map.of(
                        "custom_privacy_policy_url",
                        PRIVACY,
                        "agree_to_custom_privacy_policy",
                        true,
                        "remove_powered_by_okta",
                        true,
                        "default_app",
                        Map.of("appInstanceId", "0oa1emaKYZTWRYYRRTSK")));

        var changed = replace(brand, Map.of("locale", "de"));

        assertThat(changed.path("name").stringValue()).isEqualTo("Kept");
        assertThat(changed.path("locale").stringValue()).isEqualTo("de");
        assertThat(changed.path("customPrivacyPolicyUrl").stringValue()).isEqualTo(PRIVACY);
        assertThat(changed.path("agreeToCustomPrivacyPolicy").booleanValue()).isTrue();
        assertThat(changed.path("removePoweredByOkta").booleanValue()).isTrue();
        assertThat(changed.at("/defaultApp/appInstanceId").stringValue())
                .isEqualTo("0oa1emaKYZTWRYYRRTSK");
    }

    @Test
    void takesOutWhatIsGivenAsEmpty() {
        var brand = brand("Without policy");
        replace(
                brand,
                Map.of(
                        "custom_privacy_policy_url",
                        PRIVACY,
                        "agree_to_custom_privacy_policy",
                        true));

        var changed =
                replace(brand, Map.of("custom_privacy_policy_url", "", "default_app", Map.of()));

        assertThat(changed.path("customPrivacyPolicyUrl").asString("")).isEmpty();
    }

    @Test
    void setsNoPrivacyPolicyWithoutConsent() {
        var brand = brand("No consent");
        org.forgetRequests();
        var arguments = Map.of("brand_id", brand, "custom_privacy_policy_url", PRIVACY);

        var result = client.call("replace_brand", arguments);

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("agree_to_custom_privacy_policy");
        assertThat(org.requests()).isEmpty();
    }

    @Test
    void deletesABrandAfterAYes() {
        var brand = brand("To delete");

        delete(brand).value();

        assertThat(client.call("get_brand", Map.of("brand_id", brand)).text()).contains("E0000007");
    }

    @Test
    void saysThatTheDefaultBrandStays() {
        var result = delete(found("Example Company").path("id").stringValue());

        assertThat(result.text()).contains("Example Company is the org's default brand");
    }

    @Test
    void namesTheDomainsThatAreInTheWayOfADeletion() {
        var result = delete(found("Example Partners").path("id").stringValue());

        assertThat(result.text())
                .contains("login.example.com (OcD")
                .contains("replace_custom_domain")
                .contains("delete_custom_domain");
    }

    @Test
    void namesTheEmailDomainThatIsInTheWayOfADeletion() {
        var brand = brand("With sender");
        client.call(
                        "create_email_domain",
                        Map.of(
                                "brand_id", brand,
                                "domain", "sender.example.com",
                                "display_name", "Sender",
                                "user_name", "noreply"))
                .value();

        var refused = delete(brand);
        replace(brand, Map.of("email_domain_id", ""));

        assertThat(refused.text()).contains("OeD").contains("empty email_domain_id");
        assertThat(delete(brand).failed()).isFalse();
    }

    @Test
    void deletesNoBrandWhereNobodyCanBeAsked() {
        var result = client.call("delete_brand", Map.of("brand_id", brand("To keep")));

        assertThat(result.code()).isEqualTo("NOT_CONFIRMED");
        assertThat(found("To keep").isObject()).isTrue();
    }
}
