package dev.oktamcp.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.RawRequest;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;

@ServerTest
class UrlFormsTests {

    private final TestServers servers;

    UrlFormsTests(@Autowired TestServers servers) {
        this.servers = servers;
    }

    @Test
    void letsNobodyInByAnotherForm() {
        var url = servers.readOnly();
        var token = url.substring(url.lastIndexOf('/') + 1);
        assertThat(status(RawRequest.get(url, "/mcp/" + token))).isEqualTo("405");

        for (var path : UrlForms.bad(token)) {
            assertThat(status(RawRequest.get(url, path))).as(path).isIn("400", "404");
        }
    }

    private static String status(String answer) {
        return answer.substring(9, 12);
    }

    @Test
    void keepsTheUrlOutOfCachesAndReferrers() {
        var url = servers.readOnly();
        for (var client :
                List.of(
                        RawClient.of(url),
                        RawClient.of(url + "/no/such/path"),
                        RawClient.of(url + "x"),
                        RawClient.of(url).with("Origin", "https://evil.example"))) {
            var headers = client.initialize("{}").headers();

            assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        }
    }
}
