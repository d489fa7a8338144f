package dev.oktamcp.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oktamcp.OktaMcpApplication;
import dev.oktamcp.fixture.RawRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/// The server behind a proxy, and someone who only says so.
@ExtendWith(OutputCaptureExtension.class)
class ProxyTests {

    private static final String OWN = "--okta-mcp.public-url=https://mcp.acme.example";
    private static final String KNOWN = "404";
    private static final String FOREIGN = "421";

    @TempDir private Path directory = Path.of("");

    private ConfigurableApplicationContext start(String... arguments) {
        var all = Stream.of("--server.port=0", "--okta-mcp.data-directory=" + directory);
        return SpringApplication.run(
                OktaMcpApplication.class,
                Stream.concat(all, Arrays.stream(arguments)).toArray(String[]::new));
    }

    private static String status(ConfigurableApplicationContext server, String headers) {
        var port = server.getEnvironment().getRequiredProperty("local.server.port");
        return RawRequest.send("http://localhost:" + port, "GET /mcp HTTP/1.1\n" + headers)
                .substring(9, 12);
    }

    @Test
    void isBelievedWhereItIsTrusted() {
        try (var server = start(OWN, "--okta-mcp.trusted-proxies=127.0.0.0/8,::1")) {
            var forwarded = "X-Forwarded-Host: mcp.acme.example\nX-Forwarded-Proto: https\n";
            assertThat(status(server, "Host: internal:8080\n" + forwarded)).isEqualTo(KNOWN);
            assertThat(status(server, "Host: mcp.acme.example\n")).isEqualTo(KNOWN);
            assertThat(status(server, "Host: internal:8080\n")).isEqualTo(FOREIGN);
            assertThat(status(server, "Host: mcp.acme.example\nX-Forwarded-Host: evil.example\n"))
                    .isEqualTo(FOREIGN);
            assertThat(
                            status(
                                    server,
                                    "Host: x\nX-Forwarded-Host: mcp.acme.example, evil.example\n"))
                    .isEqualTo(FOREIGN);
        }
    }

    @Test
    void isNotBelievedWhereItIsNot() {
        try (var server =
                start(
                        OWN,
                        "--okta-mcp.trusted-proxies=10.0.0.0/8",
                        "--spring.main.cloud-platform=kubernetes")) {
            var forwarded =
                    "X-Forwarded-Host: mcp.acme.example\nForwarded: host=mcp.acme.example\n";
            assertThat(status(server, "Host: internal:8080\n" + forwarded)).isEqualTo(FOREIGN);
            assertThat(status(server, "Host: mcp.acme.example\nX-Forwarded-Host: evil.example\n"))
                    .isEqualTo(KNOWN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "okta-mcp.victoriousbeach-a1b2c3d4.eastus.azurecontainerapps.io",
                "okta-mcp.Internal-Cluster-0123456789"
            })
    void mayHaveANameThatLooksLikeAToken(String name) {
        try (var server =
                start(
                        "--okta-mcp.public-url=https://" + name,
                        "--okta-mcp.trusted-proxies=127.0.0.0/8,::1")) {
            var own = "Host: %s\n".formatted(name);
            assertThat(status(server, own)).isEqualTo(KNOWN);
            assertThat(status(server, own + "Origin: https://%s\n".formatted(name)))
                    .isEqualTo(KNOWN);
            assertThat(status(server, own + "Origin: https://%s/mcp\n".formatted(name)))
                    .isEqualTo("403");
            assertThat(status(server, "Host: x\nX-Forwarded-Host: %s\n".formatted(name)))
                    .isEqualTo(KNOWN);
        }
    }

    @Test
    void mayHaveANameThatLooksLikeATokenInForwarded() {
        var name = "okta-mcp.internal-cluster-0123456789.example.com";
        try (var server =
                start(
                        "--okta-mcp.public-url=https://" + name,
                        "--okta-mcp.forwarded-headers=forwarded",
                        "--okta-mcp.trusted-proxies=127.0.0.0/8,::1")) {
            assertThat(status(server, "Host: x\nForwarded: host=%s\n".formatted(name)))
                    .isEqualTo(KNOWN);
        }
    }

    @Test
    void isNamedWhereItIsRefused(CapturedOutput output) {
        var url = "http://okta-mcp.internal-cluster-0123456789.example.com";

        assertThatThrownBy(() -> start("--okta-mcp.public-url=" + url))
                .isInstanceOf(Exception.class);

        assertThat(output).contains("okta-mcp.public-url " + url + " is refused");
    }

    @Test
    void mustHaveAnAddress(CapturedOutput output) {
        assertThatThrownBy(() -> start("--okta-mcp.trusted-proxies=proxy.example"))
                .isInstanceOf(Exception.class);

        assertThat(output)
                .contains("okta-mcp.trusted-proxies has proxy.example")
                .contains("Correct it and start again.")
                .doesNotContain("Caused by");
    }

    @Test
    void isNotBelievedByBootsOwnSwitchEither(CapturedOutput output) {
        assertThatThrownBy(() -> start("--server.forward-headers-strategy=framework"))
                .isInstanceOf(Exception.class);

        assertThat(output).contains("name your proxies in okta-mcp.trusted-proxies");
    }

    @Test
    void isNoReasonForAnAddressWithoutTls(CapturedOutput output) {
        assertThatThrownBy(() -> start("--okta-mcp.public-url=http://mcp.acme.example"))
                .isInstanceOf(Exception.class);

        assertThat(output)
                .contains("okta-mcp.public-url http://mcp.acme.example is refused")
                .contains("Correct it and start again.");
    }
}
