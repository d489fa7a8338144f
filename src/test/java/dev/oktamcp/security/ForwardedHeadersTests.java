package dev.oktamcp.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.security.ProxyProperties.Kind;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

class ForwardedHeadersTests {

    private static HttpServletRequest seen(Kind kind, MockHttpServletRequest sent) {
        var chain = new MockFilterChain();
        try {
            new ForwardedHeaders(new ProxyProperties(List.of("10.0.0.0/8"), kind))
                    .doFilter(sent, new MockHttpServletResponse(), chain);
        } catch (ServletException | IOException e) {
            throw new IllegalStateException(e);
        }
        return (HttpServletRequest) Objects.requireNonNull(chain.getRequest());
    }

    private static MockHttpServletRequest from(String address) {
        var request = new MockHttpServletRequest("POST", "/mcp/abc");
        request.setRemoteAddr(address);
        request.addHeader("Host", "internal:8080");
        request.addHeader("X-Forwarded-For", "6.6.6.6, 203.0.113.9");
        request.addHeader("X-Forwarded-Host", "evil.example, mcp.acme.example");
        request.addHeader("X-Forwarded-Proto", "https");
        request.addHeader("X-Forwarded-Port", "443");
        request.addHeader("X-Forwarded-Prefix", "/evil");
        request.addHeader("Forwarded", "for=7.7.7.7;host=evil.example;proto=http");
        return request;
    }

    private static List<String> forwarded(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains("forwarded"))
                .toList();
    }

    @Test
    void countFromATrustedProxy() {
        var seen = seen(Kind.X_FORWARDED, from("10.0.0.1"));

        assertThat(seen.getRemoteAddr()).isEqualTo("203.0.113.9");
        assertThat(seen.getHeader("Host")).isEqualTo("mcp.acme.example");
        assertThat(seen.getRequestURL()).hasToString("https://mcp.acme.example/mcp/abc");
        assertThat(seen.isSecure()).isTrue();
        assertThat(seen.getContextPath()).isEmpty();
        assertThat(forwarded(seen)).isEmpty();
    }

    @Test
    void areUnseenFromAnyoneElse() {
        var seen = seen(Kind.X_FORWARDED, from("203.0.113.50"));

        assertThat(seen.getRemoteAddr()).isEqualTo("203.0.113.50");
        assertThat(seen.getHeader("Host")).isEqualTo("internal:8080");
        assertThat(seen.isSecure()).isFalse();
        assertThat(seen.getHeader("X-Forwarded-For")).isNull();
        assertThat(forwarded(seen)).isEmpty();
    }

    @Test
    void leaveTheHostOfAProxyThatSaysNothingOfIt() {
        var sent = new MockHttpServletRequest("POST", "/mcp/abc");
        sent.setRemoteAddr("10.0.0.1");
        sent.addHeader("Host", "mcp.acme.example");
        sent.addHeader("Forwarded", "host=evil.example");

        assertThat(seen(Kind.X_FORWARDED, sent).getHeader("Host")).isEqualTo("mcp.acme.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "for=203.0.113.9;host=a.example;proto=https             | 203.0.113.9          |"
                        + " a.example",
                "for=6.6.6.6;host=evil.example, for=203.0.113.9;host=a.example | 203.0.113.9   |"
                        + " a.example",
                "For=\"[2001:db9::5]:47\" ; Host=\"a.example:8443\"     | 2001:db9:0:0:0:0:0:5 |"
                        + " a.example:8443",
                "for=203.0.113.9, for=10.0.0.2                          | 203.0.113.9          |"
                        + " internal",
                "for=6.6.6.6;host=evil.example, \"bad, for=203.0.113.9  | 10.0.0.1             |"
                        + " internal",
                "for=6.6.6.6;host=evil.example;x=\", for=\"203.0.113.9\" | 10.0.0.1            |"
                        + " internal",
                "for=6.6.6.6, for=_hidden                               | 10.0.0.1             |"
                        + " internal",
                "nonsense                                               | 10.0.0.1             |"
                        + " internal"
            })
    void areReadAsRfc7239WritesThem(String header, String client, String host) {
        var sent = new MockHttpServletRequest("POST", "/mcp/abc");
        sent.setRemoteAddr("10.0.0.1");
        sent.addHeader("Host", "internal");
        sent.addHeader("X-Forwarded-For", "7.7.7.7");
        sent.addHeader("X-Forwarded-Host", "evil.example");
        sent.addHeader("Forwarded", header);

        var seen = seen(Kind.FORWARDED, sent);

        assertThat(seen.getRemoteAddr()).isEqualTo(client);
        assertThat(seen.getHeader("Host")).isEqualTo(host);
    }
}
