package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.json.JsonMapper;

import java.util.Map;

/// In an org of its own: a token that is revoked is one that others would miss.
@ServerTest
class ApiTokenToolsTests {

    private static final SimulatedOrg ORG = SimulatedOrg.start();

    private final RawClient client;

    ApiTokenToolsTests(@Autowired TestApi api) {
        var auth = Map.of("type", "api_token", "token", ORG.apiToken());
        var body = Map.of("name", "tokens", "org_url", ORG.url().toString(), "auth", auth);
        var id = api.post("/connections", JsonMapper.shared().writeValueAsString(body)).text("/id");
        var all =
                "{\"name\": \"tokens\", \"config\": {\"methods\": [\"read\", \"write\","
                        + " \"custom\"]}}";
        var server = api.post("/connections/" + id + "/mcp-servers", all);
        this.client = RawClient.connected(server.text("/url"));
    }

    @AfterAll
    static void stop() {
        ORG.close();
    }

    /// Each call renews the token by which it is made: that it is in use must not keep it from
    /// being revoked.
    @Test
    void revokesATokenThatIsUsedMeanwhile() {
        var own = new OrgIds(client).named("list_api_tokens", Map.of(), "MCP server");

        var done = client.agreed("revoke_api_token", Map.of("api_token_id", own));

        assertThat(done.value().toString()).contains("is revoked");
        assertThat(client.call("list_api_tokens", Map.of()).failed()).isTrue();
    }
}
