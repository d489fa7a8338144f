package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.AgreeingClient;
import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.UUID;

@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class DomainToolsTests {

    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----\nAAAA";

    private final TestServers servers;
    private final RawClient client;
    private final JdbcClient jdbc;

    DomainToolsTests(@Autowired TestServers servers, @Autowired JdbcClient jdbc) {
        this.servers = servers;
        this.client = RawClient.connected(servers.full());
        this.jdbc = jdbc;
    }

    private String brand() {
        var name = UUID.randomUUID().toString();
        return client.call("create_brand", Map.of("name", name)).value().path("id").stringValue();
    }

    private Map<String, Object> domain(String name, String source) {
        var arguments = Map.of("domain", name, "certificate_source_type", source);
        var made = client.call("create_custom_domain", arguments).value();
        assertThat(made.path("dnsRecords").findValuesAsString("recordType")).contains("TXT");
        return Map.of("domain_id", made.path("id").stringValue());
    }

    private Map<String, Object> sender(String brand, String name) {
        var arguments =
                Map.of(
                        "brand_id",
                        brand,
                        "domain",
                        name,
                        "display_name",
                        "Acme",
                        "user_name",
                        "noreply");
        var made = client.call("create_email_domain", arguments).value();
        return Map.of("email_domain_id", made.path("id").stringValue());
    }

    private JsonNode get(Map<String, Object> domain) {
        return client.call("get_custom_domain", domain).value();
    }

    private CallResult certify(Map<String, Object> domain, String key) {
        var arguments =
                Map.of(
                        "domain_id", domain.get("domain_id"),
                        "certificate", CERTIFICATE,
                        "certificate_chain", CERTIFICATE,
                        "private_key", key);
        try (var agreeing = new AgreeingClient(servers.full())) {
            var result = agreeing.call("upsert_custom_domain_certificate", arguments);
            assertThat(agreeing.questions()).singleElement().asString().doesNotContain(key);
            return result;
        }
    }

    @Test
    void verifiesADomainThatOktaCertifies() {
        var domain = domain("okta.domains.example.com", "OKTA_MANAGED");

        var verified = client.call("verify_custom_domain", domain).value();

        assertThat(verified.path("validationStatus").stringValue()).isEqualTo("COMPLETED");
        assertThat(
                        client.call("list_custom_domains", Map.of())
                                .value()
                                .path("items")
                                .findValuesAsString("domain"))
                .contains("okta.domains.example.com");
    }

    @Test
    void saysThatADomainIsNotVerifiedYet() {
        var domain = domain("records.invalid", "OKTA_MANAGED");

        var verified = client.call("verify_custom_domain", domain).value();

        assertThat(verified.path("validationStatus").stringValue()).isEqualTo("NOT_STARTED");
        assertThat(certify(domain, "-----BEGIN KEY").text()).contains("E0000165");
    }

    @Test
    void handsOnThatADomainIsTaken() {
        domain("twice.example.com", "MANUAL");
        var arguments = Map.of("domain", "twice.example.com", "certificate_source_type", "MANUAL");

        assertThat(client.call("create_custom_domain", arguments).text()).contains("E0000161");
    }

    @Test
    void movesADomainToABrand() {
        var domain = domain("moved.example.com", "MANUAL");
        var brand = brand();

        client.call(
                        "replace_custom_domain",
                        Map.of("domain_id", domain.get("domain_id"), "brand_id", brand))
                .value();

        assertThat(get(domain).path("brandId").stringValue()).isEqualTo(brand);
        assertThat(
                        client.call("list_brand_domains", Map.of("brand_id", brand))
                                .value()
                                .path("items")
                                .findValuesAsString("domain"))
                .containsExactly("moved.example.com");
    }

    @Test
    void setsACertificateAndKeepsItsPrivateKeyToItself(CapturedOutput output) {
        var key = "-----BEGIN PRIVATE KEY-----Canary4711";
        var domain = domain("certified.example.com", "MANUAL");
        client.call("verify_custom_domain", domain).value();

        var done = certify(domain, key);

        assertThat(done.value().path("done").stringValue()).contains("new certificate");
        assertThat(get(domain).path("validationStatus").stringValue()).isEqualTo("COMPLETED");
        assertThat(done.response() + output.getAll()).doesNotContain("Canary4711");
        assertThat(audited("upsert_custom_domain_certificate"))
                .contains("[redacted]")
                .doesNotContain("Canary4711");
    }

    private String audited(String tool) {
        return String.join(
                "\n",
                jdbc.sql("select arguments from audit_event where tool = :tool")
                        .param("tool", tool)
                        .query(String.class)
                        .list());
    }

    @Test
    void saysNothingOfAPrivateKeyThatOktaRefuses() {
        var domain = domain("refused.example.com", "MANUAL");
        client.call("verify_custom_domain", domain).value();

        var refused = certify(domain, "Canary4712");

        assertThat(refused.text()).contains("privateKey");
        assertThat(refused.response().toString()).doesNotContain("Canary4712");
    }

    @Test
    void deletesADomainAfterAYes() {
        var domain = domain("gone.example.com", "MANUAL");

        assertThat(client.call("delete_custom_domain", domain).code()).isEqualTo("NOT_CONFIRMED");
        try (var agreeing = new AgreeingClient(servers.full())) {
            agreeing.call("delete_custom_domain", domain).value();
        }

        assertThat(client.call("get_custom_domain", domain).text()).contains("E0000163");
    }

    @Test
    void verifiesAnEmailDomainOnce() {
        var sender = sender(brand(), "once.example.com");

        var verified = client.call("verify_email_domain", sender).value();

        assertThat(verified.path("validationStatus").stringValue()).isEqualTo("VERIFIED");
        assertThat(client.call("verify_email_domain", sender).text()).contains("E0000217");
    }

    @Test
    void changesTheNameOfASenderAndKeepsItsAddress() {
        var sender = sender(brand(), "named.example.com");

        var changed =
                client.call(
                                "replace_email_domain",
                                Map.of(
                                        "email_domain_id",
                                        sender.get("email_domain_id"),
                                        "display_name",
                                        "Acme IT"))
                        .value();

        assertThat(changed.path("displayName").stringValue()).isEqualTo("Acme IT");
        assertThat(changed.path("userName").stringValue()).isEqualTo("noreply");
    }

    @Test
    void tellsWhichBrandsSendFromAnEmailDomain() {
        var brand = brand();
        var sender = sender(brand, "used.example.com");

        var one = client.call("get_email_domain", sender).value();
        var all = client.call("list_email_domains", Map.of()).value();

        assertThat(one.at("/_embedded/brands/0/id").stringValue()).isEqualTo(brand);
        assertThat(all.toString()).contains("used.example.com").contains(brand);
    }

    @Test
    void handsOnThatAnEmailDomainIsTaken() {
        var brand = brand();
        sender(brand, "taken.example.com");

        var again =
                client.call(
                        "create_email_domain",
                        Map.of(
                                "brand_id", brand,
                                "domain", "taken.example.com",
                                "display_name", "Acme",
                                "user_name", "noreply"));

        assertThat(again.text()).contains("E0000197");
    }

    @Test
    void deletesAnEmailDomainAfterAYes() {
        var name = "Left " + UUID.randomUUID();
        var brand = client.call("create_brand", Map.of("name", name)).value().path("id");
        var sender = sender(brand.stringValue(), "left.example.com");

        assertThat(client.call("delete_email_domain", sender).code()).isEqualTo("NOT_CONFIRMED");
        try (var agreeing = new AgreeingClient(servers.full())) {
            agreeing.call("delete_email_domain", sender).value();

            assertThat(agreeing.questions()).singleElement().asString().contains(name);
        }

        assertThat(client.call("get_email_domain", sender).text()).contains("E0000198");
    }
}
