package dev.oktamcp.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.OktaMcpApplication;
import dev.oktamcp.fixture.RawRequest;
import dev.oktamcp.store.Token;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import java.nio.file.Path;

/// Logging as an operator may want it. Tomcat logs a request that it cannot read, with its path.
@ExtendWith(OutputCaptureExtension.class)
class SafeLogsTests {

    @TempDir private Path directory = Path.of("");

    /// Boot keeps them as system properties, which the next server would read.
    @AfterEach
    void forgetTheFormat() {
        System.clearProperty("CONSOLE_LOG_STRUCTURED_FORMAT");
        System.clearProperty("CONSOLE_LOG_PATTERN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "logging.structured.format.console=ecs",
                "logging.structured.format.console=logstash",
                "logging.pattern.console=%clr(%m){red} %rootException{short}%n"
            })
    void keepSecretsOutOfEveryFormat(String setting, CapturedOutput output) {
        var token = Token.create();
        var started =
                SpringApplication.run(
                        OktaMcpApplication.class,
                        "--server.port=0",
                        "--okta-mcp.data-directory=" + directory,
                        "--logging.level.org.apache.coyote.http11.Http11Processor=debug",
                        "--" + setting);
        try (started) {
            var port = started.getEnvironment().getRequiredProperty("local.server.port");
            RawRequest.get("http://localhost:" + port, "/mcp/" + token.text() + "<x>");
        }

        assertThat(output)
                .contains("Invalid character found in the request target")
                .contains(token.id() + ".[redacted]")
                .doesNotContain(token.secret());
    }
}
