package dev.oktamcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Stream;

/// The server as an operator starts it.
@ExtendWith(OutputCaptureExtension.class)
class StartTests {

    @TempDir private Path directory = Path.of("");

    private ConfigurableApplicationContext start(String... arguments) {
        return startAt(0, arguments);
    }

    private ConfigurableApplicationContext startAt(int port, String... arguments) {
        var all = Stream.of("--server.port=" + port, "--okta-mcp.data-directory=" + directory);
        return SpringApplication.run(
                OktaMcpApplication.class,
                Stream.concat(all, Arrays.stream(arguments)).toArray(String[]::new));
    }

    @Test
    void printsTheUrlOfTheFirstServerOnce(CapturedOutput output) {
        var org =
                new String[] {
                    "--okta.org.url=https://acme.okta.com", "--okta.api.token=canary-token"
                };
        start(org).close();
        assertThat(output)
                .containsPattern("http://localhost:\\d+/mcp/[0-9a-f]{12}\\.[A-Za-z0-9_-]{43}\n")
                .contains("A read-only MCP server for https://acme.okta.com is ready")
                .contains("claude mcp add --transport http okta http://localhost:");
        var first = output.toString();

        start(org).close();

        assertThat(output.toString().substring(first.length()))
                .contains("they are not shown again")
                .doesNotContain("/mcp/");
        assertThat(output).doesNotContain("canary-token");
    }

    @Test
    void putsTheFirstApiTokenInAFileOfItsOwnOnce(CapturedOutput output) throws IOException {
        start().close();
        var file = directory.resolve("bootstrap-api-token");
        var token = Files.readString(file).strip();
        assertThat(token).matches("[0-9a-f]{12}\\.[A-Za-z0-9_-]{43}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(output).containsOnlyOnce(file.toAbsolutePath().normalize().toString());

        start().close();

        assertThat(Files.readString(file).strip()).isEqualTo(token);
        assertThat(output)
                .containsOnlyOnce(file.toAbsolutePath().normalize().toString())
                .doesNotContain(token.substring(token.indexOf('.') + 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0123456789-canary-8901234567890", "0123456789-canary 8901234567890123"})
    void refusesAFirstApiTokenThatCouldBeGuessedOrCut(String token, CapturedOutput output) {
        assertThatThrownBy(() -> start("--okta-mcp.bootstrap-api-token=" + token))
                .rootCause()
                .hasMessageContaining("OKTA_MCP_BOOTSTRAP_API_TOKEN is refused")
                .hasMessageContaining("at least 32 characters");

        assertThat(output).doesNotContain("canary");
    }

    @Test
    void saysThatNoOrgIsConnected(CapturedOutput output) {
        start().close();

        assertThat(output).contains("Start with OKTA_ORG_URL and OKTA_API_TOKEN");
    }

    @Test
    void refusesHalfAnEnvironment() {
        assertThatThrownBy(() -> start("--okta.org.url=https://acme.okta.com"))
                .rootCause()
                .hasMessageContaining("either OKTA_API_TOKEN, or OKTA_CLIENT_ID");
    }

    @Test
    void refusesAnOrgThatIsNotOktas() {
        assertThatThrownBy(() -> start("--okta.org.url=https://evil.example", "--okta.api.token=x"))
                .rootCause()
                .hasMessageContaining("The org URL https://evil.example is refused");
    }

    @Test
    void namesTheSettingForABusyPort(CapturedOutput output) throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> startAt(socket.getLocalPort())).isInstanceOf(Exception.class);
        }
        assertThat(output).contains("is in use").contains("--server.port=8081");
    }

    @Test
    void namesTheSettingForADataDirectoryThatIsInUse() {
        var thrown = new IllegalStateException(new SQLException("in use", "90020", 90020));

        var analysis = new BusyDataAnalyzer().analyze(thrown);

        assertThat(analysis)
                .extracting(FailureAnalysis::getAction)
                .asString()
                .contains("--okta-mcp.data-directory=./other");
    }

    @Test
    void refusesToMoveTheUrlsOfOneOrgToAnother() {
        start("--okta.org.url=https://acme.okta.com", "--okta.api.token=x").close();

        assertThatThrownBy(
                        () -> start("--okta.org.url=https://other.okta.com", "--okta.api.token=x"))
                .rootCause()
                .hasMessageContaining("https://other.okta.com")
                .hasMessageContaining("were handed out for https://acme.okta.com");
    }

    @Test
    void makesNoServerWithoutTheEnvironmentThatItWouldNeed(CapturedOutput output) {
        start(
                        "--okta.org.url=https://acme.okta.com",
                        "--okta.api.token=x",
                        "--okta-mcp.first-server=false")
                .close();

        start().close();

        assertThat(output).contains("No org is connected").doesNotContain("/mcp/");
    }

    @Test
    void keepsItsFilesForItselfAndWritesNoTrace() throws IOException {
        var data = directory.resolve("inner");
        SpringApplication.run(
                        OktaMcpApplication.class,
                        "--server.port=0",
                        "--okta-mcp.data-directory=" + data)
                .close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
        assertThat(data.resolve("okta-mcp.trace.db")).doesNotExist();
    }

    @Test
    void saysInPlainWordsWhatItRefused(CapturedOutput output) {
        assertThatThrownBy(() -> start("--okta.api.token=x")).isInstanceOf(Exception.class);
        assertThatThrownBy(() ->
                        start("--okta.org.url=https://acme-admin.okta.com", "--okta.api.token=x"))
                .isInstanceOf(Exception.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("is given without OKTA_ORG_URL")
                .contains("it is the address of the Admin Console")
                .contains("Correct it and start again.")
                .doesNotContain("Caused by");
    }

    @Test
    void refusesADataDirectoryThatTheDatabaseWouldNotTake() {
        assertThatThrownBy(() ->
                        SpringApplication.run(
                                OktaMcpApplication.class, "--okta-mcp.data-directory=data2"))
                .hasMessageContaining("as in ./data2");
    }
}
