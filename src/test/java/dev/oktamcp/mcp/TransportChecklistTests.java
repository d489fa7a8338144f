package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.OpenStream;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.RawRequest;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.StatelessClient;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/// The transport's lines of the security checklist, T1 to T5, in both eras.
@ServerTest
class TransportChecklistTests {

    private static final int MOST_STREAMS = 64;
    private static final int MOST_SESSIONS = 120;
    private static final String META =
            "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                    + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

    private final String url;
    private final String base;

    TransportChecklistTests(@Autowired TestServers servers) {
        this.url = servers.readOnly();
        this.base = url.replaceAll("/mcp/.*", "");
    }

    enum Era {
        SESSIONS {
            @Override
            RawClient client(String url, String method) {
                return RawClient.connected(url).with("MCP-Protocol-Version", "2025-11-25");
            }

            @Override
            OpenStream stream(String url) {
                var session = RawClient.of(url).initialize("{}").headers();
                return OpenStream.get(
                        url, "Mcp-Session-Id", session.firstValue("Mcp-Session-Id").orElseThrow());
            }
        },
        STATELESS {
            @Override
            RawClient client(String url, String method) {
                return RawClient.of(url)
                        .with("MCP-Protocol-Version", "2026-07-28")
                        .with("Mcp-Method", method);
            }

            @Override
            OpenStream stream(String url) {
                return StatelessClient.of(url)
                        .open(
                                "subscriptions/listen",
                                StatelessClient.params("{\"notifications\":{}}"));
            }
        };

        abstract RawClient client(String url, String method);

        abstract OpenStream stream(String url);
    }

    private static String request(Era era, String method, String more) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":{%s%s}}"
                .formatted(method, era == Era.STATELESS ? META : "\"_meta\":{}", more);
    }

    private static String list(Era era) {
        return request(era, "tools/list", "");
    }

    private HttpResponse<String> list(Era era, String header, String value) {
        return era.client(url, "tools/list").with(header, value).post(list(era));
    }

    private int status(Era era, String body) {
        return era.client(url, "tools/list").post(body).statusCode();
    }

    private static int code(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body()).at("/error/code").asInt();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("T1 foreign origins and hosts")
    void T1_foreignOriginsAndHosts(Era era) {
        assertThat(list(era, "Origin", "https://evil.example").statusCode()).isEqualTo(403);
        assertThat(list(era, "Origin", base).statusCode()).isEqualTo(200);
        for (var path :
                List.of(
                        URI.create(url).getPath(),
                        "/.well-known/oauth-protected-resource",
                        "/api/connections")) {
            assertThat(
                            RawRequest.send(
                                    url, "GET %s HTTP/1.1\nHost: evil.example\n".formatted(path)))
                    .startsWith("HTTP/1.1 421");
            assertThat(
                            RawRequest.send(
                                    url,
                                    "GET %s HTTP/1.1\nHost: localhost\nOrigin: https://evil.example\n"
                                            .formatted(path)))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("T2 bodies that are too large, of another type, or can be read in two ways")
    void T2_bodies(Era era) {
        assertThat(status(era, list(era) + " ".repeat(256 << 10))).isEqualTo(413);
        assertThat(list(era, "Content-Type", "text/plain").statusCode()).isEqualTo(415);
        assertThat(list(era, "Accept", "application/json").statusCode()).isEqualTo(406);
        assertThat(status(era, "[" + list(era) + "]")).isEqualTo(400);
        assertThat(status(era, request(era, "tools/list", ",\"cursor\":\"a\",\"cursor\":\"b\"")))
                .isEqualTo(400);
        assertThat(status(era, request(era, "tools/list", ",\"Cursor\":\"a\""))).isEqualTo(400);
        assertThat(
                        status(
                                era,
                                request(
                                        era,
                                        "tools/list",
                                        ",\"a\":" + "[".repeat(99) + "]".repeat(99))))
                .isEqualTo(400);
        assertThat(status(era, list(era))).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("T3 versions, headers and methods that do not fit")
    void T3_versionsHeadersAndMethods(Era era) {
        assertThat(list(era, "MCP-Protocol-Version", "1999-01-01").statusCode()).isEqualTo(400);
        var unknown = era.client(url, "no/such").post(request(era, "no/such", ""));
        assertThat(code(unknown)).isEqualTo(-32601);
        if (era == Era.STATELESS) {
            var other = list(era, "Mcp-Method", "tools/call");
            assertThat(other.statusCode()).isEqualTo(400);
            assertThat(code(other)).isEqualTo(-32020);
            assertThat(unknown.statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("T4 streams and sessions are bounded, and who asks for more is told when")
    void T4_streamsAndSessions(Era era) {
        var streams = new ArrayList<OpenStream>();
        for (int i = 0; i < MOST_STREAMS; i++) {
            streams.add(era.stream(url));
        }
        assertIsTooMuch(era.stream(url).response());
        streams.forEach(OpenStream::close);
        if (era == Era.SESSIONS) {
            for (int i = streams.size() + 1; i < MOST_SESSIONS; i++) {
                assertThat(RawClient.of(url).initialize("{}").statusCode()).isEqualTo(200);
            }
            assertIsTooMuch(RawClient.of(url).initialize("{}"));
        }
    }

    private static void assertIsTooMuch(HttpResponse<?> answer) {
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("T5 nothing is stored, guessed or told of the inside")
    void T5_headersAndMistakes(Era era) {
        var call = era.client(url, "tools/call").with("Mcp-Name", "test_breaks");
        for (var answer :
                List.of(
                        list(era, "X", "y"),
                        list(era, "Accept", "text/html"),
                        call.post(request(era, "tools/call", ",\"name\":\"test_breaks\"")))) {
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .contains("no-store");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.body()).doesNotContain("Exception", "jdbc:", "\tat ");
        }
    }
}
