package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Map.entry;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

@ServerTest
class SamlToolsTests {

    private final SimulatedOrg org;
    private final RawClient client;

    SamlToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
    }

    private static Map<String, Object> expression(String name, String value) {
        return Map.of("type", "EXPRESSION", "name", name, "values", List.of(value));
    }

    private String app(String label) {
        var found = client.call("list_applications", Map.of("q", label)).value();
        return found.at("/items/0/id").stringValue();
    }

    private String made(String label) {
        var groups =
                Map.of(
                        "type", "GROUP",
                        "name", "groups",
                        "filterType", "REGEX",
                        "filterValue", ".*");
        var signOn =
                Map.ofEntries(
                        entry("ssoAcsUrl", "https://sp.example.com/acs"),
                        entry("audience", "https://sp.example.com"),
                        entry("allowMultipleAcsEndpoints", false),
                        entry("assertionSigned", true),
                        entry("honorForceAuthn", true),
                        entry("requestCompressed", false),
                        entry("responseSigned", true),
                        entry(
                                "attributeStatements",
                                List.of(expression("mail", "user.email"), groups)));
        var config =
                Map.of(
                        "label",
                        label,
                        "signOnMode",
                        "SAML_2_0",
                        "settings",
                        Map.of("signOn", signOn));
        var app = client.agreed("create_application", Map.of("app_config", config)).value();
        return app.path("id").stringValue();
    }

    private JsonNode get(String app) {
        return client.call("get_application", Map.of("app_id", app)).value();
    }

    @Test
    void tellsWhatTheOtherSideNeeds() {
        var metadata = client.call("get_saml_metadata", Map.of("app_id", app("Payroll"))).value();

        assertThat(metadata.path("entity_id").stringValue()).startsWith("http://www.okta.com/exk");
        assertThat(metadata.path("single_sign_on").findValuesAsString("binding"))
                .containsExactly("HTTP-POST", "HTTP-Redirect");
        assertThat(metadata.at("/single_sign_on/0/url").stringValue())
                .startsWith(org.url() + "/app/payroll/exk");
        assertThat(metadata.path("xml").stringValue()).startsWith("<?xml").contains("md:Entity");
    }

    @Test
    void tellsWhenACertificateExpires() {
        var metadata = client.call("get_saml_metadata", Map.of("app_id", app("Payroll"))).value();

        var certificate = metadata.at("/certificates/0");
        assertThat(certificate.path("use").stringValue()).isEqualTo("signing");
        assertThat(certificate.path("not_after").stringValue()).isEqualTo("2035-12-30T00:00:00Z");
        assertThat(certificate.path("subject").stringValue()).contains("CN=simulated");
        assertThat(certificate.path("sha256").stringValue()).startsWith("86a03ae3d8ca4663");
    }

    @Test
    void handsOnThatAKeyIsNotThere() {
        var other = Map.of("app_id", app("Payroll"), "kid", "no-such-key");

        assertThat(client.call("get_saml_metadata", other).text()).contains("E0000007");
    }

    @Test
    void saysThatAnAppDoesNotSignInBySaml() {
        var chat = Map.of("app_id", app("Chat"));

        assertThat(client.call("get_saml_metadata", chat).text())
                .contains("OPENID_CONNECT")
                .contains("SAML");
        assertThat(client.call("get_saml_attribute_statements", chat).text())
                .contains("not by SAML_2_0");
    }

    @Test
    void tellsTheStatements() {
        var app = made("Statements");

        var told = client.call("get_saml_attribute_statements", Map.of("app_id", app)).value();

        assertThat(told.path("statements").findValuesAsString("name"))
                .containsExactly("mail", "groups");
        assertThat(told.at("/statements/1/filterValue").stringValue()).isEqualTo(".*");
    }

    @Test
    void addsAndReplacesStatementsAndKeepsAllElse() {
        var app = made("Kept whole");
        var before = (ObjectNode) get(app).deepCopy();
        var change =
                Map.<String, Object>of(
                        "app_id",
                        app,
                        "statements",
                        List.of(expression("mail", "user.login"), expression("dept", "user.dept")));

        var told = client.agreed("update_saml_attribute_statements", change).value();

        assertThat(told.path("statements").findValuesAsString("name"))
                .containsExactly("mail", "groups", "dept");
        var signOn = before.withObject("/settings/signOn");
        var statements = signOn.withArray("attributeStatements");
        assertThat(told.at("/statements/1")).isEqualTo(statements.get(1));
        signOn.set("attributeStatements", told.path("statements"));
        assertThat(get(app).path("settings")).isEqualTo(before.path("settings"));
        assertThat(told.at("/statements/0/values/0").stringValue()).isEqualTo("user.login");
    }

    @Test
    void removesAStatement() {
        var app = made("Fewer");
        var change = Map.<String, Object>of("app_id", app, "removed_names", List.of("mail"));

        var told = client.agreed("update_saml_attribute_statements", change).value();

        assertThat(told.path("statements").findValuesAsString("name")).containsExactly("groups");
    }

    @Test
    void removesNoStatementThatIsNotThere() {
        var change =
                Map.<String, Object>of("app_id", made("None"), "removed_names", List.of("other"));

        var result = client.agreed("update_saml_attribute_statements", change);

        assertThat(result.text()).contains("\"other\"").contains("get_saml_attribute_statements");
        assertThat(org.requests().toString()).doesNotContain("PUT");
    }

    @Test
    void changesNoStatementWhereNobodyCanBeAsked() {
        var change =
                Map.of(
                        "app_id",
                        made("Unasked"),
                        "statements",
                        List.of(expression("dept", "user.department")));

        assertThat(client.call("update_saml_attribute_statements", change).code())
                .isEqualTo("NOT_CONFIRMED");
    }
}
