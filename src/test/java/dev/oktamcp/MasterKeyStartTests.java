package dev.oktamcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oktamcp.fixture.Databases;
import dev.oktamcp.store.KeyRotation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/// The master key as an operator gives it.
@ExtendWith(OutputCaptureExtension.class)
class MasterKeyStartTests {

    private static final String OTHER = "YW5vdGhlciBtYXN0ZXIga2V5IG9mIG91ciB0ZXN0cyE=";

    @TempDir private Path directory = Path.of("");

    private ConfigurableApplicationContext start(String... arguments) {
        var all = Stream.of("--server.port=0", "--okta-mcp.data-directory=" + directory);
        return SpringApplication.run(
                OktaMcpApplication.class,
                Stream.concat(all, Arrays.stream(arguments)).toArray(String[]::new));
    }

    @Test
    void isReplacedByOneFromTheSettings() throws IOException {
        start().close();
        var file = directory.resolve("master.key");

        start("--okta-mcp.master-key=" + OTHER, "--okta-mcp.previous-master-key-file=" + file)
                .close();
        Files.delete(file);

        start("--okta-mcp.master-key=" + OTHER, "--okta-mcp.previous-master-key=").close();
        assertThat(file).doesNotExist();
    }

    @Test
    void stopsTheStartWhereItIsTheWrongOne(CapturedOutput output) {
        start().close();

        assertThatThrownBy(() -> start("--okta-mcp.master-key=" + OTHER))
                .isInstanceOf(Exception.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("The stored keys do not open with master key")
                .contains("okta-mcp.previous-master-key")
                .doesNotContain("Caused by")
                .doesNotContain(OTHER);
    }

    @Test
    void mustBeGivenWithPostgres(CapturedOutput output) {
        var database = Databases.POSTGRESQL.empty();

        assertThatThrownBy(() -> start(database.arguments("--okta-mcp.master-key=")))
                .isInstanceOf(Exception.class);

        assertThat(output)
                .contains("okta-mcp.master-key is not given. With PostgreSQL it is needed")
                .contains("openssl rand -base64 32");
    }

    @Test
    void staysWhileTheKeysAreRotatedAtTheStart() {
        start("rotate-keys").close();

        try (var server = start()) {
            var facts = server.getBean(KeyRotation.class).facts();

            assertThat(facts).hasSize(2).allMatch(keyset -> keyset.keys() == 2);
        }
    }
}
