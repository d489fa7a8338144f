package dev.oktamcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import dev.oktamcp.fixture.Databases;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.store.Token;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A machine that stops in the middle of a rotation leaves the old token, or the new one, or both.
class RotationKillTests {

    private static final int KILLS = 5;

    @TempDir private Path directory = Path.of("");

    private final Random random = new Random();

    private static HikariDataSource dataSource(List<String> database) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.get(0));
        config.setUsername(database.get(1));
        config.setPassword(database.get(2));
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    @Test
    void leavesOneOrTwoTokensOnH2() throws Exception {
        survives(List.of(defaultDatabase(), "okta-mcp", ""));
    }

    /// As the server's own settings have it: how it writes is what is tested.
    private String defaultDatabase() throws IOException {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        sources.addFirst(
                new MapPropertySource(
                        "test", Map.of("okta-mcp.data-directory", directory.toString())));
        new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yml"))
                .forEach(sources::addLast);
        return environment.getRequiredProperty("spring.datasource.url");
    }

    @Test
    void leavesOneOrTwoTokensOnPostgresql() throws Exception {
        var database = Databases.POSTGRESQL.empty();
        survives(List.of(database.url(), database.user(), database.password()));
    }

    private void survives(List<String> database) throws Exception {
        var token = Token.create();
        try (var source = dataSource(database)) {
            Flyway.configure().dataSource(source).load().migrate();
            var config = Config.of(Filter.ofMethods("read"));
            new ServerStore(source, Clock.systemUTC())
                    .changes()
                    .create(new ServerDefinition(token.id(), "c", "one", config, null), token);
        }
        var generation = 1;
        for (var i = 0; i < KILLS; i++) {
            killWhileItRotates(database, token.id());
            try (var source = dataSource(database)) {
                var good = new ServerStore(source, Clock.systemUTC()).tokens().of(token.id());
                assertThat(good).hasSizeBetween(1, 2);
                assertThat(good.getFirst().generation()).isGreaterThan(generation);
                generation = good.getFirst().generation();
            }
        }
    }

    private void killWhileItRotates(List<String> database, String id)
            throws IOException, InterruptedException {
        var rotator =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Rotator.class.getName(),
                                database.get(0),
                                database.get(1),
                                database.get(2),
                                id)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var output =
                new BufferedReader(
                        new InputStreamReader(rotator.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(output.lines().anyMatch(Rotator.ROTATED::equals)).isTrue();
            Thread.sleep(random.nextInt(60));
        } finally {
            rotator.destroyForcibly().waitFor();
        }
    }

    /// Rotates without end.
    static final class Rotator {

        static final String ROTATED = "rotated";

        private Rotator() {}

        public static void main(String[] arguments) {
            var source = dataSource(List.of(arguments[0], arguments[1], arguments[2]));
            var changes = new ServerStore(source, Clock.systemUTC()).changes();
            for (var i = 0; ; i++) {
                changes.rotate(arguments[3], Duration.ofHours(i % 2));
                System.out.println(ROTATED);
            }
        }
    }
}
