package dev.oktamcp.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.RawRequest;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Filter;

import io.micrometer.core.instrument.MeterRegistry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.web.exchanges.HttpExchangeRepository;
import org.springframework.boot.actuate.web.exchanges.InMemoryHttpExchangeRepository;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// With all switched on that could tell a secret: every log at TRACE, the access log with every
/// header, HTTP exchanges, metrics.
@ServerTest
@TestPropertySource(
        properties = {
            "logging.file.name=target/url-secret/server.log",
            "server.tomcat.accesslog.enabled=true",
            "server.tomcat.accesslog.directory=${user.dir}/target/url-secret",
            "server.tomcat.accesslog.buffered=false",
            "server.tomcat.accesslog.pattern=%h \"%r\" %U %q %s %{Referer}i %{X-Original-URI}i",
            "management.endpoints.web.exposure.include=*",
            "management.httpexchanges.recording.include=request-headers,response-headers,cookie-headers,principal"
        })
@Import(UrlSecretTests.Exchanges.class)
@ExtendWith(OutputCaptureExtension.class)
class UrlSecretTests {

    private static final Path DIRECTORY = Path.of("target/url-secret");
    private static final List<String> QUIET =
            List.of("dev.oktamcp", "reactor.netty.http.client", "reactor.core.publisher.Operators");

    @TestConfiguration(proxyBeanMethods = false)
    static class Exchanges {

        @Bean
        HttpExchangeRepository exchanges() {
            return new InMemoryHttpExchangeRepository();
        }
    }

    private final LoggingSystem logging = LoggingSystem.get(UrlSecretTests.class.getClassLoader());
    private final List<String> answers = new ArrayList<>();
    private final TestServers servers;
    private final SettableClock clock;
    private final JdbcClient jdbc;
    private final HttpExchangeRepository exchanges;
    private final MeterRegistry meters;

    UrlSecretTests(
            @Autowired TestServers servers,
            @Autowired SettableClock clock,
            @Autowired JdbcClient jdbc,
            @Autowired HttpExchangeRepository exchanges,
            @Autowired MeterRegistry meters) {
        this.servers = servers;
        this.clock = clock;
        this.jdbc = jdbc;
        this.exchanges = exchanges;
        this.meters = meters;
    }

    @BeforeEach
    void logEverything() {
        logging.setLogLevel(null, LogLevel.TRACE);
        QUIET.forEach(logger -> logging.setLogLevel(logger, LogLevel.TRACE));
    }

    @AfterEach
    void logAsBefore() {
        logging.setLogLevel(null, LogLevel.WARN);
        QUIET.forEach(logger -> logging.setLogLevel(logger, LogLevel.OFF));
        logging.setLogLevel("dev.oktamcp", LogLevel.INFO);
        clock.goBackToNow();
    }

    @Test
    void appearsNowhere(CapturedOutput output) throws IOException {
        var url = servers.full();
        var expired = servers.with(Filter.ofMethods("read"), clock.instant().minusSeconds(1));

        ask(url);
        askWrongly(url);
        note(RawClient.of(expired).initialize("{}"));

        assertThat(output).contains("failed").contains(TestServers.id(url));
        var told = new ArrayList<String>();
        for (var place : places(output).entrySet()) {
            assertThat(place.getValue()).as(place.getKey()).isNotEmpty();
            if (tells(place.getValue(), url) || tells(place.getValue(), expired)) {
                told.add(place.getKey());
            }
        }
        assertThat(told).isEmpty();
    }

    /// Half of it would be too much.
    private static boolean tells(String text, String url) {
        var secret = secret(url);
        return text.contains(secret.substring(0, 20)) || text.contains(secret.substring(23));
    }

    private void ask(String url) {
        var client =
                RawClient.connected(url)
                        .with("Referer", url)
                        .with("X-Original-URI", "/mcp/" + token(url))
                        .with("X-Token", token(url));
        note(client.post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}"));
        note(client.post("nonsense"));
        note(client.post("{}".repeat(200_000)));
        note(client.send("PATCH", ""));
        answers.add(client.call("test_breaks", Map.of()).response().toString());
        answers.add(client.call("get_user", Map.of("user", 1)).response().toString());
        answers.add(client.call("list_groups", Map.of("q", url)).response().toString());
        answers.add(client.call("no_such_tool", Map.of()).response().toString());
        note(RawClient.of(url).with("Origin", "https://evil.example").initialize("{}"));
        jdbc.sql("alter table connection rename to connection_gone").update();
        note(client.post("{}"));
        jdbc.sql("alter table connection_gone rename to connection").update();
    }

    private void askWrongly(String url) {
        var token = token(url);
        note(RawClient.of(url.substring(0, url.length() - 1) + "_").initialize("{}"));
        note(RawClient.of(url + "/x/users").initialize("{}"));
        note(RawClient.of(url + "?token=" + token).initialize("{}"));
        for (var path : UrlForms.bad(token)) {
            answers.add(RawRequest.get(url, path));
        }
        answers.add(RawRequest.send(url, "GET /mcp/" + token + " HTTP/1.1\nHost: evil.example\n"));
        answers.add(RawRequest.send(url, "GET /mcp/" + token + " HTTP/1.1\nHost: a b\n"));
        answers.add(RawRequest.send(url, "TRACE /mcp/" + token + " HTTP/1.1\nHost: localhost\n"));
        answers.add(
                RawRequest.send(
                        url,
                        "GET /actuator/env HTTP/1.1\nHost: localhost\nAuthorization: Bearer %s\n"
                                .formatted(token)));
    }

    private void note(HttpResponse<String> answer) {
        answers.add(answer.statusCode() + " " + answer.headers().map() + answer.body());
    }

    private Map<String, String> places(CapturedOutput output) throws IOException {
        return Map.of(
                "console", output.toString(),
                "log file", Files.readString(DIRECTORY.resolve("server.log")),
                "access log", accessLog(),
                "answers", answers.toString(),
                "exchanges", exchanges(),
                "meters", meters(),
                "tables", tables());
    }

    private static String accessLog() throws IOException {
        try (var files = Files.list(DIRECTORY)) {
            var log = files.filter(f -> f.getFileName().toString().startsWith("access")).toList();
            return Files.readString(log.getFirst());
        }
    }

    private String exchanges() {
        var text = new StringBuilder();
        for (var exchange : exchanges.findAll()) {
            text.append(exchange.getRequest().getUri())
                    .append(exchange.getRequest().getHeaders())
                    .append(exchange.getResponse().getHeaders())
                    .append('\n');
        }
        return text.toString();
    }

    private String meters() {
        var text = new StringBuilder();
        meters.getMeters().forEach(meter -> text.append(meter.getId()).append('\n'));
        assertThat(text).contains("http.server.requests").contains("/mcp/{id}");
        return text.toString();
    }

    private String tables() {
        var text = new StringBuilder();
        var names =
                jdbc.sql(
                                """
                                select table_name
                                  from information_schema.tables
                                 where table_schema = 'PUBLIC'
                                """)
                        .query(String.class)
                        .list();
        for (var name : names) {
            text.append(jdbc.sql("select * from \"" + name + "\"").query().listOfRows());
        }
        return text.toString();
    }

    private static String token(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static String secret(String url) {
        return url.substring(url.lastIndexOf('.') + 1);
    }
}
