package dev.oktamcp.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oktamcp.store.Token;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource({
        "https://mcp.acme.example,         https://mcp.acme.example",
        "https://mcp.acme.example/,        https://mcp.acme.example",
        "HTTPS://MCP.Acme.Example:443,     https://mcp.acme.example",
        "https://mcp.acme.example.:443/,   https://mcp.acme.example",
        "https://mcp.acme.example:8443,    https://mcp.acme.example:8443",
        "https://[2001:DB8::1],            https://[2001:db8:0:0:0:0:0:1]",
        "https://203.0.113.7,              https://203.0.113.7",
        "http://localhost,                 http://localhost",
        "http://localhost:80,              http://localhost",
        "http://[::1]:9090,                http://[0:0:0:0:0:0:0:1]:9090",
        "http://127.0.0.1:8080,            http://127.0.0.1:8080",
        "https://localhost:8443,           https://localhost:8443"
    })
    void isWrittenInOneWay(String given, String written) {
        assertThat(of(given).of(new Token("abc", "s"))).isEqualTo(written + "/mcp/abc.s");
    }

    @ParameterizedTest
    @CsvSource({
        "https://mcp.acme.example,      MCP.acme.example.:443,     true",
        "https://mcp.acme.example:443,  mcp.acme.example,          true",
        "https://mcp.acme.example:8443, mcp.acme.example:8443,     true",
        "https://mcp.acme.example:8443, mcp.acme.example,          false",
        "https://mcp.acme.example,      mcp.acme.example:80,       false",
        "https://mcp.acme.example,      x@mcp.acme.example,        false",
        "https://mcp.acme.example,      mcp.acme.example/x,        false",
        "https://mcp.acme.example,      mcp.acme.example#,         false",
        "https://mcp.acme.example,      mcp.acme.example:0,        false",
        "https://mcp.acme.example,      mcp.acme.example:99999999, false",
        "https://mcp.acme.example,      evil.mcp.acme.example,     false",
        "https://mcp.acme.example,      127.0.0.1,                 false",
        "https://[2001:db8::1],         [2001:0DB8:0::1]:443,      true",
        "https://[2001:db8::1],         [2001:db8::2],             false",
        "'',                            localhost:9999,            true",
        "'',                            [::1],                     true",
        "'',                            127.0.0.1:8081,            true",
        "'',                            localhost.evil.example,    false",
        "'',                            x@localhost,               false",
        "http://localhost,              localhost,                 true"
    })
    void knowsItsHosts(String own, String host, boolean known) {
        assertThat(of(own).isHost(host)).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({
        "https://mcp.acme.example,      https://MCP.acme.example:443,   true",
        "https://mcp.acme.example:8443, https://mcp.acme.example,       false",
        "https://mcp.acme.example,      https://x@mcp.acme.example,     false",
        "https://mcp.acme.example,      https://mcp.acme.example/path,  false",
        "https://mcp.acme.example,      http://localhost:6274,          false",
        "'',                            http://localhost:6274,          true",
        "'',                            //localhost,                    false",
        "https://mcp.acme.example,      //mcp.acme.example,             false",
        "'',                            chrome-extension://localhost,   false",
        "'',                            http://localhost.evil.example,  false"
    })
    void knowsItsOrigins(String own, String origin, boolean known) {
        assertThat(of(own).isOrigin(origin)).isEqualTo(known);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://mcp.acme.example/path",
                "https://mcp.acme.example//",
                "https://mcp.acme.example?a=b",
                "https://mcp.acme.example#a",
                "https://x:y@mcp.acme.example",
                "https://mcp.acme.example:0",
                "https://mcp.acme.example:70000",
                "https://mcp acme",
                "https://",
                "//x",
                "//localhost",
                "https:mcp.acme.example",
                "mcp.acme.example",
                "ftp://x",
                "/mcp"
            })
    void mustBeAnAddressAlone(String url) {
        assertThatThrownBy(() -> of(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("okta-mcp.public-url " + url + " is refused")
                .hasMessageContaining("https://host:port");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://mcp.acme.example",
                "HTTP://mcp.acme.example:8080",
                "http://10.0.0.1",
                "http://localhost.evil.example"
            })
    void mustBeHttpsBeyondThisMachine(String url) {
        assertThatThrownBy(() -> of(url))
                .hasMessageContaining("okta-mcp.public-url " + url + " is refused")
                .hasMessageContaining("must begin with https://");
    }
}
