package dev.oktamcp.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oktamcp.store.Token;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class PublicUrlTests {

    private static PublicUrl of(String url) {
        return new PublicUrl(url, new MockEnvironment().withProperty("local.server.port", "8081"));
    }

    @Test
    void isThisMachineUnlessGiven() {
        assertThat(of("").of(new Token("abc", "s"))).isEqualTo("http://localhost:8081/mcp/abc.s");
    }

    @Test
    void headsTheUrlsThatAreHandedOut() {
        assertThat(of("https://mcp.acme.example/").of(new Token("abc", "s")))
                .isEqualTo("https://mcp.acme.example/mcp/abc.s");
    }

    @Test
    void acceptsItsOwnHostAlone() {
        var url = of("https://mcp.acme.example");

        assertThat(url.isHost("MCP.acme.example")).isTrue();
        assertThat(url.isHost("mcp.acme.example:443")).isTrue();
        assertThat(url.isHost("mcp.acme.example:8443")).isFalse();
        assertThat(url.isHost("localhost")).isFalse();
        assertThat(url.isHost("evil.example")).isFalse();
        assertThat(url.isHost("null")).isFalse();
        assertThat(url.isHost("")).isFalse();
    }

    @Test
    void acceptsItsOwnOriginAlone() {
        var url = of("https://mcp.acme.example");

        assertThat(url.isOrigin("https://mcp.acme.example")).isTrue();
        assertThat(url.isOrigin("http://mcp.acme.example")).isFalse();
        assertThat(url.isOrigin("https://evil.example")).isFalse();
        assertThat(url.isOrigin("null")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://mcp.acme.example",
                "https://mcp.acme.example/path",
                "ftp://x",
                "/mcp"
            })
    void mustBeHttpsBeyondThisMachine(String url) {
        assertThatThrownBy(() -> of(url)).hasMessageContaining("okta-mcp.public-url");
    }
}
