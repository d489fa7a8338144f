package dev.oktamcp.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.store.Token;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTests {

    private static final String SECRET = "k3Yq-Zb7_PaLxvN2dRfTgHjKmWcE5uQsAo9iDzBn0X4";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /mcp/abc-12.%s HTTP/1.1",
                "https://mcp.acme.example/mcp/abc-12.%s",
                "uri=/mcp/abc-12.%s;client=1",
                "\"uri\":\"\\/mcp\\/abc-12.%s\"",
                "[/mcp/abc-12%%2E%s]",
                "/x?to=%%2Fmcp%%2Fabc-12%%252e%s",
                "//mcp///abc-12.%s/sse",
                "token abc-12.%s is wrong",
                "%%2Fabc-12.%s",
                "\u001B[32mabc-12.%s\u001B[0m",
                "key=abc-12.%s, other=1",
                "key=abc-12%%2E%s",
                "It was abc-12.%s. More follows",
                "abc-12.%s.example.com"
            })
    void keepsTheIdAndDropsTheSecret(String line) {
        assertThat(SafeText.of(line.formatted(SECRET)))
                .contains("abc-12.[redacted]")
                .doesNotContain(SECRET.substring(0, 8))
                .doesNotContain(SECRET.substring(35));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mcp/%s",
                "/mcp/;%s",
                "/mcp/;a=b/c.%s",
                "/mcp;%s/x.y",
                "/mcp/.%s",
                "/mcp/ABC.%s",
                "/mcp;a=b/c.%s",
                "Authorization: Bearer %s",
                "Authorization: Bearer '!{%s",
                "authorization: DPoP %s",
                "Authorization: SSWS %s"
            })
    void dropsASecretWithoutAnId(String line) {
        assertThat(SafeText.of(line.formatted(SECRET)))
                .contains("[redacted]")
                .doesNotContain(SECRET.substring(0, 8))
                .doesNotContain(SECRET.substring(35));
    }

    @RepeatedTest(50)
    void knowsEveryTokenThatIsMade() {
        var token = Token.create();

        assertThat(SafeText.of("of " + token.text() + " it is said"))
                .isEqualTo("of " + token.id() + ".[redacted] it is said");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mapped to dev.oktamcp.mcp.McpController#post(Caller, HttpServletRequest)",
                "\tat org.springframework.security.web.access.intercept.AuthorizationFilterForTheVeryLongNames.doFilter(A.java:95)",
                "\tat java.base/java.util.concurrent.ThreadPoolExecutorWithALongName$Worker.run(X.java:1)",
                "o.s.b.d.LoggingFailureAnalysisReporterWithALongName",
                "okta-mcp.question-lapses-after is refused",
                "server.forward-headers-strategy",
                "{POST [/mcp/{id}]}",
                "Securing POST /mcp/abc-12",
                "https://okta-mcp.victoriousbeach-a1b2c3d4.eastus.azurecontainerapps.io is refused",
                "Host: okta-mcp.internal-cluster-0123456789.example.com:8443",
                "/mcp/**",
                "/mcp/-",
                "/mcp/abc-12.[redacted] and abc-12.[redacted]",
                "for the bearer of this",
                "2026-11-21T08:02:02.868123456Z"
            })
    void leavesTheRestAlone(String line) {
        assertThat(SafeText.of(line)).isEqualTo(line);
    }

    /// A long line must not take long.
    @Test
    void isQuickOnWhatComesClose() {
        var close =
                "a".repeat(200_000)
                        + ("/mcp" + "/".repeat(100_000) + " ").repeat(2)
                        + ("/mcp/" + ";".repeat(100_000) + " ").repeat(2)
                        + ("/mcp/" + ";/".repeat(50_000) + "?").repeat(2)
                        + ("/mcp" + ";".repeat(100_000) + " ").repeat(2)
                        + ("/mcp/a%" + "25".repeat(100_000) + " ").repeat(2)
                        + "a.%2e".repeat(40_000)
                        + (" abc." + "a0-".repeat(60_000)).repeat(2)
                        + "x-".repeat(100_000)
                        + "a_".repeat(100_000);

        var begin = System.nanoTime();
        var safe = SafeText.of(close);

        assertThat(safe).isNotEmpty();
        assertThat(System.nanoTime() - begin).isLessThan(5_000_000_000L);
    }
}
