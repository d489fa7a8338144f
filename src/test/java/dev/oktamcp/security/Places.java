package dev.oktamcp.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.actuate.web.exchanges.HttpExchangeRepository;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Everywhere that a secret could be found.
///
/// @param directory with `server.log` and the access log
record Places(
        Path directory, JdbcClient jdbc, HttpExchangeRepository exchanges, MeterRegistry meters) {

    /// The places where one of the secrets is.
    List<String> telling(CharSequence output, List<String> answers, String... secrets)
            throws IOException {
        var told = new ArrayList<String>();
        for (var place : all(output, answers).entrySet()) {
            assertThat(place.getValue()).as(place.getKey()).isNotEmpty();
            if (Arrays.stream(secrets).anyMatch(secret -> tells(place.getValue(), secret))) {
                told.add(place.getKey());
            }
        }
        return told;
    }

    /// Half of it would be too much.
    private static boolean tells(String text, String url) {
        var secret = secret(url);
        return text.contains(secret.substring(0, 20)) || text.contains(secret.substring(23));
    }

    static String secret(String url) {
        return url.substring(url.lastIndexOf('.') + 1);
    }

    private Map<String, String> all(CharSequence output, List<String> answers) throws IOException {
        return Map.of(
                "console", output.toString(),
                "log file", Files.readString(directory.resolve("server.log")),
                "access log", accessLog(),
                "answers", answers.toString(),
                "exchanges", exchangesText(),
                "meters", metersText(),
                "tables", tables());
    }

    private String accessLog() throws IOException {
        try (var files = Files.list(directory)) {
            var log = files.filter(f -> f.getFileName().toString().startsWith("access")).toList();
            return Files.readString(log.getFirst());
        }
    }

    private String exchangesText() {
        var text = new StringBuilder();
        for (var exchange : exchanges.findAll()) {
            text.append(exchange.getRequest().getUri())
                    .append(exchange.getRequest().getHeaders())
                    .append(exchange.getResponse().getHeaders())
                    .append('\n');
        }
        return text.toString();
    }

    private String metersText() {
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
}
