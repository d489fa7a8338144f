package dev.oktamcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oktamcp.fixture.Databases;
import dev.oktamcp.fixture.TestDatabase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/// The server on PostgreSQL, as an operator starts it.
@ExtendWith(OutputCaptureExtension.class)
class DatabaseStartTests {

    @TempDir private Path directory = Path.of("");

    private final TestDatabase database = Databases.POSTGRESQL.empty();

    private ConfigurableApplicationContext start(String... arguments) {
        var all =
                Stream.of(
                        "--server.port=0",
                        "--spring.datasource.hikari.connection-timeout=1000",
                        "--okta-mcp.data-directory=" + directory.resolve("data"));
        return SpringApplication.run(
                OktaMcpApplication.class,
                Stream.concat(all, Arrays.stream(database.arguments(arguments)))
                        .toArray(String[]::new));
    }

    @Test
    void keepsEverythingInPostgresAndNothingInFiles(CapturedOutput output) {
        var org =
                new String[] {
                    "--okta.org.url=https://acme.okta.com",
                    "--okta.api.token=x",
                    "--okta-mcp.bootstrap-api-token=0123456789abcdef0123456789abcdef"
                };
        start(org).close();
        assertThat(output).contains("A read-only MCP server for https://acme.okta.com is ready");

        start(org).close();

        assertThat(output).contains("they are not shown again");
        assertThat(directory.resolve("data")).doesNotExist();
    }

    @Test
    void keepsTheFirstTokenInAFileWhereNoneIsGiven() {
        start().close();

        assertThat(directory.resolve("data/bootstrap-api-token")).isNotEmptyFile();
        assertThat(directory.resolve("data/master.key")).doesNotExist();
    }

    @Test
    void saysThatTheDatabaseCanNotBeReached(CapturedOutput output) {
        assertRefused("--okta-mcp.database.url=jdbc:postgresql://127.0.0.1:1/db?a=canary");

        assertThat(output)
                .contains("The database jdbc:postgresql://127.0.0.1:1/db can't be reached.")
                .doesNotContain("canary");
    }

    @Test
    void saysThatThePasswordIsWrong(CapturedOutput output) {
        assertRefused("--okta-mcp.database.password=canary");

        assertThat(output).contains("refuses the user or the password").doesNotContain("canary");
    }

    @Test
    void saysThatTheDatabaseDoesNotExist(CapturedOutput output) {
        var url = database.url();

        assertRefused("--okta-mcp.database.url=" + url.substring(0, url.length() - 1) + "x");

        assertThat(output).contains("does not exist on its server");
    }

    @Test
    void saysThatTheUserMayMakeNoTables(CapturedOutput output) {
        database.jdbc().sql("create user guest_of_ours password 'guest'").update();

        assertRefused(
                "--okta-mcp.database.username=guest_of_ours", "--okta-mcp.database.password=guest");

        assertThat(output).contains("does not let the user make tables");
    }

    private void assertRefused(String... arguments) {
        assertThatThrownBy(() -> start(arguments)).isInstanceOf(Exception.class);
    }

    @Test
    void refusesWhatIsNoDatabaseOfOurs() {
        for (var url :
                new String[] {
                    "",
                    "postgres://host/db",
                    "jdbc:mysql://host/db",
                    "jdbc:h2:tcp://host/db",
                    "jdbc:postgresql://host:port/db"
                }) {
            assertThatThrownBy(() -> start("--okta-mcp.database.url=" + url))
                    .hasMessageContaining("okta-mcp.database.url")
                    .hasMessageContaining("jdbc:postgresql://host:5432/database");
        }
    }

    @Test
    void refusesAPasswordInTheUrlAndDoesNotShowIt(CapturedOutput output) {
        for (var url :
                new String[] {
                    "jdbc:postgresql://host/db?user=a&password=canary",
                    "jdbc:postgresql://user:canary@host/db"
                }) {
            assertThatThrownBy(() -> start("--okta-mcp.database.url=" + url))
                    .hasMessageContaining("okta-mcp.database.password");
        }
        assertThat(output).contains("APPLICATION FAILED TO START").doesNotContain("canary");
    }
}
