package dev.oktamcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import dev.oktamcp.OktaMcpApplication;
import dev.oktamcp.simulation.ServiceApp;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Does what `src/docs/servers.md` says, all of it and in its order, as somebody who pastes it.
class ServersPageTests {

    private static final Pattern EXAMPLES = Pattern.compile("(?ms)^```bash\n(.*?)^```$");
    private static final Pattern STATUS = Pattern.compile("(?m)^# .*: (\\d{3})$");
    private static final Pattern SHOWN = Pattern.compile("(?ms)^```json\n(.*?)^```$");

    /// Notes the status of each answer, and the answer, beside what the page does with it.
    private static final String PRELUDE =
            """
            touch statuses
            curl() {
              local answer
              answer="answer-$(($(wc -l < statuses) + 1))"
              command curl -q --noproxy '*' -w '%{stderr}%{http_code}\\n' "$@" 2>> statuses | tee "$answer"
            }
            """;

    private final String page = read(Path.of("src/docs/servers.md"));

    @TempDir private Path directory = Path.of("");

    @Test
    void saysWhatHappens() throws Exception {
        try (var org = SimulatedOrg.start();
                var server = start()) {
            prepare(org);
            var output = run(script(server, org));

            assertThat(lines("statuses")).as(output).containsExactlyElementsOf(expected());
            assertThat(org.unknownRequests()).isEmpty();
        }
        assertThat(shown()).isNotEmpty().allSatisfy(this::isAnAnswer);
    }

    @Test
    void tellsAStatusForEveryRequest() {
        var examples = examples();

        assertThat(Pattern.compile("\\bcurl -").matcher(examples).results())
                .hasSize(expected().size());
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplication(OktaMcpApplication.class)
                .run(
                        "--server.port=0",
                        "--okta-mcp.data-directory=" + directory.resolve("data"),
                        "--okta-mcp.connection.insecure-loopback=true");
    }

    /// The two files that the reader has from Okta's Admin Console.
    private void prepare(SimulatedOrg org) throws IOException, JOSEException {
        RSAKey key = new RSAKeyGenerator(2048).keyID("k1").generate();
        org.hasServiceApp(
                ServiceApp.of("0oa1AcmeServiceApp01", key.toPublicJWK().toJSONString())
                        .withScopes("okta.users.read", "okta.groups.read", "okta.logs.read"));
        var pem = Base64.getMimeEncoder().encodeToString(key.toPrivateKey().getEncoded());
        Files.writeString(
                directory.resolve("okta-key.pem"),
                "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                        .formatted(pem.replace("\r", "")));
        Files.writeString(directory.resolve("okta-api-token"), org.apiToken() + "\n");
    }

    private String script(ConfigurableApplicationContext server, SimulatedOrg org) {
        var port = server.getEnvironment().getRequiredProperty("local.server.port");
        return PRELUDE
                + examples()
                        .replace("http://localhost:8080", "http://localhost:" + port)
                        .replace("https://acme.okta.com", org.url().toString());
    }

    private String examples() {
        return String.join("", all(EXAMPLES, page));
    }

    private List<String> expected() {
        return all(STATUS, examples());
    }

    private String run(String script) throws IOException, InterruptedException {
        var output = directory.resolve("output");
        var bash =
                new ProcessBuilder("bash", "-eu", "-o", "pipefail", "-c", script)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        var ended = bash.waitFor(2, TimeUnit.MINUTES);
        bash.destroyForcibly();
        assertThat(ended).as(read(output)).isTrue();
        assertThat(bash.exitValue()).as(read(output)).isZero();
        return read(output);
    }

    private List<String> lines(String file) {
        return read(directory.resolve(file)).lines().toList();
    }

    /// The JSON that the page shows after an example, with the number of that example's last
    /// answer.
    private List<Shown> shown() {
        return SHOWN.matcher(page)
                .results()
                .map(json ->
                        new Shown(
                                (int)
                                        STATUS.matcher(page.substring(0, json.start()))
                                                .results()
                                                .count(),
                                JsonMapper.shared().readTree(json.group(1))))
                .toList();
    }

    private record Shown(int number, JsonNode json) {}

    /// The page may leave members out.
    private void isAnAnswer(Shown shown) {
        var answer =
                JsonMapper.shared().readTree(read(directory.resolve("answer-" + shown.number())));
        shown.json()
                .forEachEntry(
                        (name, value) -> assertThat(answer.path(name)).as(name).isEqualTo(value));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
