package dev.oktamcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import dev.oktamcp.fixture.Databases;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

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

    private Token made(List<String> database) {
        try (var source = dataSource(database)) {
            Flyway.configure().dataSource(source).load().migrate();
            return new ServerStore(source, Clock.systemUTC()).made();
        }
    }

    private void survives(List<String> database) throws Exception {
        var token = made(database);
        for (var i = 0; i < KILLS; i++) {
            var last = lastToldOfKilled(database, token.id());
            try (var source = dataSource(database)) {
                hasItOrTheNext(
                        last, new ServerStore(source, Clock.systemUTC()).tokens().of(token.id()));
            }
        }
    }

    /// At most one more was committed and not told of any more. Beside that one the told one is
    /// good, where it was let live on.
    private static void hasItOrTheNext(Told last, List<ServerTokens.Good> good) {
        assertThat(good).hasSizeBetween(1, 2);
        var newest = good.getFirst();
        assertThat(newest.generation()).isBetween(last.generation(), last.generation() + 1);
        good.stream()
                .filter(token -> token.generation() == last.generation())
                .forEach(token -> assertThat(token.hash()).isEqualTo(last.hash()));
        assertThat(good.getLast().generation()).isGreaterThanOrEqualTo(newest.generation() - 1);
    }

    /// Rotates in another process, which is killed at any moment.
    private Told lastToldOfKilled(List<String> database, String id)
            throws IOException, InterruptedException {
        var rotator =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                starter().toString(),
                                database.get(0),
                                database.get(1),
                                database.get(2),
                                id)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var output =
                new BufferedReader(
                        new InputStreamReader(rotator.getInputStream(), StandardCharsets.UTF_8))) {
            var first = firstTold(output);
            Thread.sleep(random.nextInt(60));
            // the process's own method would close the output, with what is still to be read
            rotator.toHandle().destroyForcibly();
            rotator.waitFor();
            return output.lines()
                    .flatMap(line -> Told.read(line).stream())
                    .reduce(first, (_, later) -> later);
        } finally {
            rotator.destroyForcibly().waitFor();
        }
    }

    /// What the other process begins with. No class of the tests may have a main beside the demo's,
    /// or `spring-boot:test-run` would not know which to start.
    private Path starter() throws IOException {
        return Files.writeString(
                directory.resolve("Starter.java"),
                """
                void main(String[] arguments) throws ReflectiveOperationException {
                    var rotate = Class.forName("%s").getDeclaredMethod("rotate", String[].class);
                    rotate.setAccessible(true);
                    rotate.invoke(null, (Object) arguments);
                }
                """
                        .formatted(Rotator.class.getName()));
    }

    /// After what it logs.
    private static Told firstTold(BufferedReader output) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            var told = Told.read(line);
            if (told.isPresent()) {
                return told.get();
            }
        }
        throw new AssertionError("It ended before its first rotation");
    }

    /// A token that somebody was given.
    record Told(int generation, String hash) {

        private static final Pattern LINE = Pattern.compile("(\\d+) ([0-9a-f]{64})");

        /// Empty for a line that was cut off.
        static Optional<Told> read(String line) {
            var parts = LINE.matcher(line);
            return parts.matches()
                    ? Optional.of(new Told(Integer.parseInt(parts.group(1)), parts.group(2)))
                    : Optional.empty();
        }

        String line() {
            return generation + " " + hash;
        }
    }

    /// Rotates without end.
    static final class Rotator {

        private Rotator() {}

        static void rotate(String[] arguments) {
            var source = dataSource(List.of(arguments[0], arguments[1], arguments[2]));
            var store = new ServerStore(source, Clock.systemUTC());
            for (var i = 0; ; i++) {
                var token = store.changes().rotate(arguments[3], Duration.ofHours(i % 2));
                var newest = store.tokens().of(arguments[3]).getFirst().generation();
                System.out.println(new Told(newest, token.orElseThrow().hash()).line());
            }
        }
    }
}
