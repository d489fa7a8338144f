package dev.oktamcp.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.RawRequest;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.TestApi;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// With all switched on that could tell a secret: every log at TRACE, the access log with every
/// header, HTTP exchanges, metrics.
@ServerTest
@TestPropertySource(
        properties = {
            // whatever could tell of a request is switched on here, as its meters are
            "spring.autoconfigure.exclude=",
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
    private final Places places;
    private final TestApi api;

    UrlSecretTests(
            @Autowired TestServers servers,
            @Autowired SettableClock clock,
            @Autowired JdbcClient jdbc,
            @Autowired HttpExchangeRepository exchanges,
            @Autowired MeterRegistry meters,
            @Autowired TestApi api) {
        this.api = api;
        this.servers = servers;
        this.clock = clock;
        this.jdbc = jdbc;
        this.places = new Places(Path.of("target/url-secret"), jdbc, exchanges, meters);
    }

    @BeforeEach
    void logEverything() {
        logging.setLogLevel(null, LogLevel.TRACE);
        QUIET.forEach(logger -> logging.setLogLevel(logger, LogLevel.TRACE));
    }

    /// As in application.yml.
    @AfterEach
    void logAsBefore() {
        logging.setLogLevel(null, LogLevel.WARN);
        logging.setLogLevel("dev.oktamcp", LogLevel.INFO);
        logging.setLogLevel("reactor.netty.http.client", LogLevel.ERROR);
        logging.setLogLevel("reactor.core.publisher.Operators", LogLevel.OFF);
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
        assertThat(places.telling(output, answers, url, expired)).isEmpty();
    }

    @Test
    void isToldByTheRestApiAndNowhereElse(CapturedOutput output) throws IOException {
        var servers = "/connections/" + connection() + "/mcp-servers";
        var made = api.post(servers, "{\"name\": \"canary\"}");
        var path = servers + "/" + made.text("/id");
        var rotated = api.post(path + "/rotate?grace=PT1H", "");
        var token = api.post("/api-tokens", "{\"name\": \"canary\", \"roles\": [\"mcp\"]}");
        note(api.get(path).response());
        note(api.by(token.text("/token")).get(path).response());
        note(RawClient.of(api.base() + servers + "/" + made.text("/url")).send("GET", ""));
        var client = RawClient.of(rotated.text("/url"));
        note(client.with("Authorization", "Bearer " + token.text("/token")).initialize("{}"));
        note(RawClient.of(made.text("/url")).initialize("{}"));

        var secrets = new String[] {made.text("/url"), rotated.text("/url"), token.text("/token")};
        assertThat(secrets).allSatisfy(secret -> assertThat(Places.secret(secret)).hasSize(43));
        assertThat(places.telling(output, answers, secrets)).isEmpty();
        assertThat(places.telling(output, answers, TestApi.ADMIN_TOKEN)).isEmpty();
    }

    private String connection() {
        return jdbc.sql("select id from connection where name = 'default'")
                .query(String.class)
                .single();
    }

    private void ask(String url) {
        jdbc.sql("alter table connection rename to connection_gone").update();
        note(RawClient.of(url).initialize("{}"));
        jdbc.sql("alter table connection_gone rename to connection").update();
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

    private static String token(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
