package dev.oktamcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import dev.oktamcp.connection.ConnectedOrgs;
import dev.oktamcp.connection.EnvironmentConnection;
import dev.oktamcp.okta.Credentials.ServiceApp;
import dev.oktamcp.okta.Org;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The environment variables of other servers for Okta.
@ExtendWith(OutputCaptureExtension.class)
class EnvironmentTests {

    @TempDir private Path directory = Path.of("");

    private ConfigurableApplicationContext start(Map<String, Object> variables, String... more) {
        var all = new HashMap<>(variables);
        all.put("OKTA_MCP_DATA_DIRECTORY", directory.resolve("data").toString());
        all.put("SERVER_PORT", "0");
        var environment = new StandardEnvironment();
        var name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment
                .getPropertySources()
                .replace(name, new SystemEnvironmentPropertySource(name, all));
        var application = new SpringApplication(OktaMcpApplication.class);
        application.setEnvironment(environment);
        return application.run(more);
    }

    private static String level(String logger) {
        var system = LoggingSystem.get(EnvironmentTests.class.getClassLoader());
        return Objects.requireNonNull(system.getLoggerConfiguration(logger))
                .getEffectiveLevel()
                .name();
    }

    @ParameterizedTest
    @CsvSource({
        "OKTA_ORG_URL,       https://acme.okta.com/",
        "OKTA_CLIENT_ORGURL, https://acme.okta.com",
        "OKTA_DOMAIN,        acme.okta.com",
        "OKTA_DOMAIN,        https://Acme.okta.com:443"
    })
    void takesTheOrgUnderEachName(String name, String value) {
        try (var server = start(Map.of(name, value, "OKTA_API_TOKEN", "x"))) {
            assertThat(server.getBean(EnvironmentConnection.class).connection())
                    .hasValueSatisfying(connection ->
                            assertThat(connection.orgUrl()).isEqualTo("https://acme.okta.com"));
        }
    }

    @Test
    void takesAServiceAppWithItsKey() throws JOSEException {
        var key = new RSAKeyGenerator(2048).keyID("of the JWK").generate();
        var app =
                Map.<String, Object>of(
                        "OKTA_ORG_URL", "https://acme.okta.com",
                        "OKTA_CLIENT_ID", "0oaEnvironment",
                        "OKTA_PRIVATE_KEY", key.toJSONString(),
                        "OKTA_KEY_ID", "registered",
                        "OKTA_SCOPES", "okta.users.read okta.groups.read");
        try (var server = start(app)) {
            var connection = server.getBean(EnvironmentConnection.class).connection().orElseThrow();

            assertThat(
                            server.getBean(ConnectedOrgs.class)
                                    .of(connection.id())
                                    .map(Org::credentials))
                    .hasValue(
                            new ServiceApp(
                                    "0oaEnvironment",
                                    new RSAKey.Builder(key).keyID("registered").build(),
                                    Set.of("okta.users.read", "okta.groups.read")));
        }
    }

    @Test
    void takesTheSameOrgUnderEveryNameAtOnce() {
        var same =
                Map.<String, Object>of(
                        "OKTA_ORG_URL", "HTTPS://acme.okta.com/",
                        "OKTA_CLIENT_ORGURL", "https://ACME.okta.com:443",
                        "OKTA_DOMAIN", "acme.okta.com",
                        "OKTA_API_TOKEN", "x");
        try (var server = start(same)) {
            assertThat(server.getBean(EnvironmentConnection.class).connection()).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OKTA_ORG_URL,       https://acme.okta.com, OKTA_DOMAIN,        other.okta.com",
        "OKTA_ORG_URL,       https://acme.okta.com, OKTA_CLIENT_ORGURL, https://other.okta.com",
        "OKTA_CLIENT_ORGURL, https://acme.okta.com, OKTA_DOMAIN,        other.okta.com"
    })
    void refusesTwoOrgs(
            String name, String value, String otherName, String other, CapturedOutput output) {
        assertThatThrownBy(
                        () -> start(Map.of(name, value, otherName, other, "OKTA_API_TOKEN", "x")))
                .isInstanceOf(Exception.class);

        assertThat(output)
                .contains(name + " is https://acme.okta.com and " + otherName + " is https://other")
                .contains("Correct it and start again.");
    }

    @Test
    void refusesADomainThatIsNotOktas(CapturedOutput output) {
        assertThatThrownBy(
                        () -> start(Map.of("OKTA_DOMAIN", "evil.example", "OKTA_API_TOKEN", "x")))
                .isInstanceOf(Exception.class);

        assertThat(output).contains("The org URL evil.example is refused");
    }

    @Test
    void saysThatDeviceSignInIsYetToCome(CapturedOutput output) {
        assertThatThrownBy(() ->
                        start(Map.of("OKTA_DOMAIN", "acme.okta.com", "OKTA_CLIENT_ID", "0oa1")))
                .isInstanceOf(Exception.class);

        assertThat(output).contains("Signing in by device is yet to come");
    }

    @ParameterizedTest
    @CsvSource({
        "DEBUG,    DEBUG",
        "debug,    DEBUG",
        "Info,     INFO",
        "WARNING,  WARN",
        "warn,     WARN",
        "ERROR,    ERROR",
        "CRITICAL, ERROR",
        "TRACE,    TRACE",
        "'',       INFO"
    })
    void takesALogLevelForItselfAlone(String given, String level) {
        start(Map.of("OKTA_LOG_LEVEL", given)).close();

        assertThat(level("dev.oktamcp")).isEqualTo(level);
        assertThat(level("org.springframework")).isEqualTo("WARN");
    }

    @Test
    void letsSpringsOwnSettingWin() {
        start(Map.of("OKTA_LOG_LEVEL", "DEBUG"), "--logging.level.dev.oktamcp=error").close();

        assertThat(level("dev.oktamcp")).isEqualTo("ERROR");
    }

    @Test
    void refusesAnUnknownLogLevel(CapturedOutput output) {
        assertThatThrownBy(() -> start(Map.of("OKTA_LOG_LEVEL", "LOUD")))
                .isInstanceOf(Exception.class);

        assertThat(output)
                .contains("OKTA_LOG_LEVEL LOUD is refused")
                .contains("WARNING (or WARN)")
                .contains("Correct it and start again.");
    }

    @Test
    void writesItsLogToAFileTooAndKeepsWhatItHolds(CapturedOutput output) throws IOException {
        var file = directory.resolve("logs/okta.log");
        try (var server = start(Map.of("OKTA_LOG_FILE", file.toString()))) {
            LoggerFactory.getLogger("dev.oktamcp.test").info("first of {}", server.getId());
        }
        start(Map.of("OKTA_LOG_FILE", file.toString())).close();

        assertThat(Files.readString(file)).contains("first of ");
        assertThat(output).contains("first of ");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesALogFileThatCannotBeWritten(CapturedOutput output) throws IOException {
        var file = Files.writeString(directory.resolve("file"), "").resolve("okta.log");

        assertThatThrownBy(() -> start(Map.of("OKTA_LOG_FILE", file.toString())))
                .isInstanceOf(Exception.class);

        assertThat(output)
                .contains("OKTA_LOG_FILE " + file + " can't be written")
                .contains("Correct it and start again.");
    }
}
