package dev.oktamcp.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawRequest;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestApi;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// A web page that gets at this server through the browser of somebody inside learns nothing, not
/// even with a good token.
@ServerTest
class ForeignRequestTests {

    private final String base;

    ForeignRequestTests(@Autowired TestApi api) {
        this.base = api.base();
    }

    private String get(String path, String host, String more) {
        return RawRequest.send(
                base,
                "GET %s HTTP/1.1\nHost: %s\nAuthorization: Bearer %s\n%s"
                        .formatted(path, host, TestApi.ADMIN_TOKEN, more));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/connections", "/api/openapi.yaml"})
    void areRefusedUnderAForeignName(String path) {
        assertThat(get(path, "localhost", "")).startsWith("HTTP/1.1 200 ");

        assertThat(get(path, "evil.example", ""))
                .startsWith("HTTP/1.1 421 ")
                .contains("okta-mcp.public-url")
                .doesNotContain("connections");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/connections", "/api/openapi.yaml"})
    void areRefusedFromAForeignPage(String path) {
        assertThat(get(path, "localhost", "Origin: http://localhost:6274\n"))
                .startsWith("HTTP/1.1 200 ");

        assertThat(get(path, "localhost", "Origin: https://evil.example\n"))
                .startsWith("HTTP/1.1 403 ")
                .contains("Content-Length: 0")
                .doesNotContain("Access-Control");
    }
}
