package dev.oktamcp.okta;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import static dev.oktamcp.okta.WrongOkta.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

import dev.oktamcp.fixture.ServerTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A look at what is no org: it says so, and shows it no credentials.
@ServerTest
class NoOrgTests {

    private static final String TOKEN = "00canary-token";
    private static final WrongOkta OTHER = new WrongOkta();

    private final OrgCheck check;

    NoOrgTests(@Autowired OrgCheck check) {
        this.check = check;
    }

    private OrgReport look(String url) {
        var candidate = OrgUrl.of(url, List.of("no-such-host.invalid"), true);
        return check.check(new Org(candidate, new Credentials.ApiToken(TOKEN)));
    }

    /// @param words of the problem
    private record Case(String words, ResponseDefinitionBuilder sent) {

        @Override
        public String toString() {
            return words;
        }
    }

    static Stream<Case> others() {
        var html = aResponse().withStatus(200).withBody("<html>" + WrongAnswer.SECRET + "</html>");
        var elsewhere = answer(302, "").withHeader("Location", OTHER.elsewhere());
        var huge = answer(200, "{\"id\":\"" + "x".repeat(40_000_000) + "\"}");
        return Stream.of(
                new Case("is no Okta org: it does not tell of one (HTTP 200)", html),
                new Case("is no Okta org: it does not tell of one", answer(200, "{}")),
                new Case("is no Okta org: it does not tell of one", answer(200, "[1]")),
                new Case("is no Okta org: it does not tell of one", answer(200, "{\"id\":7}")),
                new Case("is no Okta org: it does not tell of one (HTTP 404)", answer(404, "")),
                new Case("is no Okta org: it sends elsewhere (HTTP 302)", elsewhere),
                new Case("is no Okta org: its answer is too large", huge),
                new Case("has trouble now: HTTP 502", answer(502, "")),
                new Case(
                        "did not answer in time",
                        answer(200, "{\"id\":\"00o1\"}").withFixedDelay(3000)));
    }

    @ParameterizedTest
    @MethodSource("others")
    void saysWhatAnswersThere(Case given) {
        OTHER.answers(given.sent());

        var report = look(OTHER.url());

        assertThat(report.problem()).contains(given.words()).doesNotContain(WrongAnswer.SECRET);
        assertThat(report.orgId()).isNull();
        assertNoCredentialsWereSent();
    }

    @ParameterizedTest
    @MethodSource("dev.oktamcp.okta.WrongAnswer#brokenOff")
    void saysThatTheConnectionBreaks(WrongAnswer given) {
        OTHER.answers(given.sent());

        assertThat(look(OTHER.url()).problem()).contains("can't be reached, or broke off");
        assertNoCredentialsWereSent();
    }

    private static void assertNoCredentialsWereSent() {
        assertThat(OTHER.received())
                .isNotEmpty()
                .allSatisfy(request -> {
                    assertThat(request.getUrl()).isEqualTo("/.well-known/okta-organization");
                    assertThat(request.containsHeader("Authorization")).isFalse();
                });
        assertThat(OTHER.receivedElsewhere()).isEmpty();
    }

    @Test
    void saysThatTheHostIsUnknown() {
        var report = look("https://no-such-host.invalid");

        assertThat(report.problem()).contains("no host").contains("spelling");
        assertThat(report.latency()).isNull();
        assertThat(report.clockSkew()).isNull();
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(look("http://127.0.0.1:" + port).problem()).contains("Nobody answers at");
    }

    @Test
    void saysThatNoSafeConnectionComesAbout() {
        OTHER.answers(answer(200, "{}"));

        var report = look(OTHER.url().replace("http:", "https:"));

        assertThat(report.problem()).contains("can't be trusted");
    }

    @Test
    void tellsTheSkewOfAClockThatIsBehind() {
        OTHER.answers(
                answer(200, "{\"id\":\"00o1\"}")
                        .withHeader("Date", "Sat, 01 Jan 2000 00:00:00 GMT"));

        var report = look(OTHER.url());

        assertThat(report.clockSkew()).isLessThan(Duration.ofDays(-365));
        assertThat(report.notes()).anyMatch(note -> note.contains("ahead of Okta's"));
    }
}
