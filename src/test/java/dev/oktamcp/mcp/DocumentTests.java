package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.StatelessClient;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Prompts and resources are bounded, taken back and ended like calls.
@EdgeTest
class DocumentTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration QUICK = Duration.ofSeconds(2);
    private static final String ASKING = "{\"name\":\"test_input_required_result_prompt\"}";
    private static final String GET =
            """
            {"jsonrpc":"2.0","id":"slow","method":"prompts/get",
             "params":{"name":"test_slow_prompt"}}\
            """;

    private final TestServers servers;
    private final TestApi api;
    private final SimulatedOrg org;
    private final SlowPrompt slow;
    private final String url;

    DocumentTests(
            @Autowired TestServers servers,
            @Autowired TestApi api,
            @Autowired SimulatedOrg org,
            @Autowired SlowPrompt slow) {
        this.servers = servers;
        this.api = api;
        this.org = org;
        this.slow = slow;
        this.url = servers.full();
    }

    /// So many clients that wait for a prompt.
    private RawClient waiting(int many) {
        var client = RawClient.connected(url);
        for (int i = 0; i < many; i++) {
            var _ = begin(RawClient.of(url).with("Mcp-Session-Id", RawClient.session(url)));
        }
        return client;
    }

    private CompletableFuture<HttpResponse<String>> begin(RawClient client) {
        var before = slow.making();
        var answer = CompletableFuture.supplyAsync(() -> client.post(GET));
        Awaitility.await().until(() -> slow.making() > before);
        return answer;
    }

    private void none() {
        Awaitility.await().until(() -> slow.making() == 0);
    }

    @Test
    void sayWhatAClientHasToDeclareInTheNewEra() {
        var answer = StatelessClient.of(url).send("prompts/get", StatelessClient.params(ASKING));

        var error = JSON.readTree(answer.body()).path("error");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(error.path("code").asInt()).isEqualTo(-32021);
        assertThat(error.at("/data/requiredCapabilities").has("elicitation")).isTrue();
    }

    @Test
    void sayWhatAClientHasToSupportInTheOldEra() {
        var error = RawClient.connected(url).request("prompts/get", ASKING).path("error");

        assertThat(error.path("code").asInt()).isEqualTo(-32600);
        assertThat(error.path("message").asString()).contains("supports elicitation");
    }

    @Test
    void areTakenBack() {
        var client = RawClient.connected(url);
        var began = System.nanoTime();
        var answer = begin(client);

        client.post(
                """
                {"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":"slow"}}\
                """);

        assertThat(answer.join().body()).doesNotContain("data:").doesNotContain("jsonrpc");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(QUICK);
    }

    @Test
    void areTakenBackByHangingUpInTheNewEra() {
        var params = StatelessClient.params("{\"name\":\"test_slow_prompt\"}");
        var began = System.nanoTime();
        try (var stream = StatelessClient.of(url).open("prompts/get", params)) {
            assertThat(stream.next().name()).isEqualTo("comment");
        }

        none();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(QUICK);
    }

    @Test
    void endWithTheirUrl() {
        var answer = begin(RawClient.connected(url));

        api.delete(servers.path(url));

        assertThat(answer.join().body()).contains("\"error\"", "The URL has ended");
    }

    @Test
    void areMadeInAFewPlaces() {
        var client = waiting(2);

        assertThat(client.post(GET).statusCode()).isEqualTo(429);

        none();
    }

    /// Whoever comes again, as he is told to, still has what he was given.
    @Test
    void leaveAStateGoodThatComesWhereAllPlacesAreTaken() {
        var user = org.hasUser("come.again@example.com", "ACTIVE");
        var state =
                StatelessClient.deactivate(url, user, null).at("/result/requestState").asString();
        var _ = waiting(2);

        var refused = StatelessClient.deactivate(url, user, state);
        none();
        var done =
                Awaitility.await()
                        .until(
                                () -> StatelessClient.deactivate(url, user, state),
                                answer -> !answer.toString().contains("Try again"));

        assertThat(refused.at("/error/message").asString()).contains("Try again");
        assertThat(done.at("/result/isError").asBoolean(true)).isFalse();
        assertThat(org.statusOf(user)).isEqualTo("DEPROVISIONED");
    }
}
