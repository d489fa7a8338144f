package dev.oktamcp.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThat(of("").of(new ServerToken("abc", "s")))
                .isEqualTo("http://localhost:8081/mcp/abc.s");
    }

    @Test
    void headsTheUrlsThatAreHandedOut() {
        assertThat(of("https://mcp.acme.example/").of(new ServerToken("abc", "s")))
                .isEqualTo("https://mcp.acme.example/mcp/abc.s");
    }

    @Test
    void namesOnlyItself() {
        var url = of("https://mcp.acme.example");

        assertThat(url.names("MCP.acme.example", -1)).isTrue();
        assertThat(url.names("mcp.acme.example", 8443)).isFalse();
        assertThat(url.names("localhost", -1)).isFalse();
        assertThat(url.names("evil.example", -1)).isFalse();
        assertThat(url.names(null, -1)).isFalse();
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
