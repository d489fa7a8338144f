package dev.oktamcp.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.contract.Contract;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.simulation.RateLimits;
import dev.oktamcp.simulation.SimulatedOrg;
import dev.oktamcp.simulation.SimulationSettings;
import dev.oktamcp.tool.AskBefore;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;

/// An org in which nothing happens but by the calls that are looked at, as often as they like, and
/// MCP servers for it.
final class OwnOrg implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final RateLimits NONE = new RateLimits(100, 1000, Map.of());

    private final SimulatedOrg org =
            SimulatedOrg.start(SimulationSettings.defaults().withRateLimits(NONE));
    private @Nullable String servers;

    OrgContent content() {
        return new OrgContent(org);
    }

    /// The URL of a new one, on which everything may be done.
    ///
    /// @param secondFactor whether it asks for an API token too
    String server(TestApi api, AskBefore askBefore, boolean secondFactor) {
        var config =
                Map.of(
                        "methods", List.of("read", "write", "custom"),
                        "confirm", askBefore.word(),
                        "require_api_token_auth", secondFactor);
        var server = Map.of("name", "own", "config", config);
        return created(api, servers(api), server).text("/url");
    }

    private String servers(TestApi api) {
        if (servers == null) {
            var auth = Map.of("type", "api_token", "token", org.apiToken());
            var connection =
                    Map.of(
                            "name", OrgContent.name(),
                            "org_url", org.url().toString(),
                            "auth", auth);
            var id = created(api, "/connections", connection).text("/id");
            servers = "/connections/%s/mcp-servers".formatted(id);
        }
        return servers;
    }

    private static TestApi.Answer created(TestApi api, String path, Object body) {
        var answer = api.post(path, JSON.writeValueAsString(body));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer;
    }

    void forgetRequests() {
        org.forgetRequests();
    }

    /// What was sent and is not a look: method and path.
    List<String> changes() {
        return org.requests().stream()
                .filter(request -> !request.method().equals("GET"))
                .map(request -> request.toString().replaceFirst("\\?.*", ""))
                .toList();
    }

    /// Whether Okta would have taken all that was sent.
    void keptToTheDocuments() {
        assertThat(org.unknownRequests()).isEmpty();
        assertThat(org.requests())
                .flatExtracting(request -> Contract.ofThisRun().violations(request))
                .isEmpty();
    }

    @Override
    public void close() {
        org.close();
    }
}
