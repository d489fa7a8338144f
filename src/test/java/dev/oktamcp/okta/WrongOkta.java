package dev.oktamcp.okta;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;

import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.simulation.SimulatedOrg;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import java.time.Duration;
import java.util.List;

/// An upstream that answers every request in one way, in place of the simulated org; and another
/// server, to which nothing must ever be sent.
final class WrongOkta {

    static final String REQUEST_ID = "reqWrongOkta000000000000";

    private final WireMockServer okta = server();
    private final WireMockServer elsewhere = server();

    private static WireMockServer server() {
        var server =
                new WireMockServer(
                        options().bindAddress("127.0.0.1").dynamicPort().gzipDisabled(true));
        server.start();
        return server;
    }

    /// After the one that starts the simulated org and would connect to it.
    @Order(Ordered.LOWEST_PRECEDENCE)
    static final class Initializer
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var wrong = new WrongOkta();
            context.getBeanFactory().registerSingleton("wrongOkta", wrong);
            TestPropertyValues.of(
                            "okta.org.url=http://127.0.0.1:" + wrong.okta.port(),
                            "okta-mcp.okta.max-answer=256KB",
                            "okta-mcp.okta.answer-timeout=2s",
                            "okta-mcp.okta.max-wait=3s")
                    .applyTo(context);
        }
    }

    /// What Okta's headers say beside a good answer.
    static ResponseDefinitionBuilder answer(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withHeader("X-Okta-Request-Id", REQUEST_ID)
                .withBody(body);
    }

    void answers(ResponseDefinitionBuilder answer) {
        okta.resetAll();
        elsewhere.resetAll();
        okta.stubFor(any(anyUrl()).willReturn(answer));
        elsewhere.stubFor(any(anyUrl()).willReturn(answer(200, "{\"id\":\"elsewhere\"}")));
    }

    String url() {
        return "http://127.0.0.1:" + okta.port();
    }

    String elsewhere() {
        return "http://127.0.0.1:" + elsewhere.port();
    }

    List<LoggedRequest> received() {
        return okta.findAll(anyRequestedFor(anyUrl()));
    }

    List<LoggedRequest> receivedElsewhere() {
        return elsewhere.findAll(anyRequestedFor(anyUrl()));
    }

    /// What no answer to a model may hold, whatever Okta did.
    static void assertNothingLeaks(CallResult result, SimulatedOrg org) {
        assertThat(result.response().toString())
                .doesNotContain(org.apiToken(), "SSWS", "127.0.0.1", "localhost")
                .doesNotContain(
                        "Exception", "java.", "reactor", "springframework", "dev.oktamcp.okta");
    }

    /// Past what a refused call has taught the server of Okta's limits.
    static void forgetLimits(SettableClock clock) {
        clock.goAhead(Duration.ofMinutes(10));
    }
}
