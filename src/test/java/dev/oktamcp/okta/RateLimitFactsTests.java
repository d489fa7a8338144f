package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.StatelessClient;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.Map;

/// What a client learns of Okta's rate limits with each call.
@ServerTest
class RateLimitFactsTests {

    private final SimulatedOrg org;
    private final RawClient client;
    private final String user;

    RateLimitFactsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.readOnly());
        this.user = org.hasUser("rate.facts@example.com");
    }

    @Test
    void standInMetaAndInTheHeadersOfAJsonReply() {
        var reply =
                client.post(
                        """
                        {"jsonrpc":"2.0","id":7,"method":"tools/call",
                         "params":{"name":"get_user","arguments":{"user_id":"%s"}}}\
                        """
                                .formatted(user));

        var meta = new JsonMapper().readTree(reply.body()).at("/result/_meta");
        var limit = meta.path("ratelimit-limit").intValue();
        assertThat(meta.path("ratelimit-remaining").intValue()).isBetween(1, limit - 1);
        assertThat(meta.path("ratelimit-reset").intValue()).isBetween(1, 61);
        for (var name :
                new String[] {"ratelimit-limit", "ratelimit-remaining", "ratelimit-reset"}) {
            assertThat(reply.headers().firstValue(name)).contains(meta.path(name).asString());
        }
    }

    @Test
    void standInAFailureToo() {
        var failed = client.call("get_user", Map.of("user_id", "nobody"));

        assertThat(failed.code()).isEqualTo("OKTA_ERROR");
        assertThat(failed.response().at("/result/_meta/ratelimit-limit").intValue()).isPositive();
    }

    @Test
    void areAbsentWhereOktaWasNotAsked() {
        var info = client.call("get_server_info", Map.of());

        assertThat(info.response().at("/result/_meta").has("ratelimit-limit")).isFalse();
        assertThat(info.response().at("/result/_meta/dev.oktamcp~1call").stringValue()).hasSize(36);
    }

    @Test
    void aLongWaitIsToldToWhoWantsToHear() {
        var call = "{\"name\":\"get_user\",\"arguments\":{\"user_id\":\"%s\"}}".formatted(user);
        org.next(Fault.rateLimit(Duration.ofSeconds(1)));

        var told =
                StatelessClient.of(client.url())
                        .meta("io.modelcontextprotocol/logLevel", "\"info\"")
                        .send("tools/call", StatelessClient.params(call));

        assertThat(told.body())
                .contains("notifications/message")
                .contains("\"level\":\"notice\"")
                .contains("s for Okta")
                .contains("\"isError\":false");
    }
}
