package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.NodeClients;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.server.ToolExposure;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The clients that people use, as they are published. The Java SDK's is in `OfficialClientTests`.
@ServerTest
class RealClientTests {

    private static final String INSPECTOR =
            "node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js";

    private static final String[] STEPS = {
        "ok connect", "ok list", "ok page", "ok refused", "ok no", "ok yes", "ok close"
    };

    private final SimulatedOrg org;
    private final TestServers servers;
    private final String url;

    RealClientTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
        this.url = servers.full();
    }

    @BeforeAll
    static void install() {
        NodeClients.install();
    }

    @ParameterizedTest
    @CsvSource({
        "typescript-1.mjs, http,   ''",
        "typescript-1.mjs, sse,    ''",
        "typescript-2.mjs, legacy, negotiated 2025-11-25",
        "typescript-2.mjs, auto,   negotiated 2026-07-28",
        "mcp-remote.mjs,   '',     ''"
    })
    void listsCallsIsAskedAndSaysYes(String script, String how, String negotiated) {
        var login = "walked.by." + how + "." + script.replaceAll("\\W", "") + "@example.com";
        var user = org.hasUser(login);
        org.hasUser("another." + login);

        var output = NodeClients.run(script, url, login, how);

        assertThat(output.lines())
                .contains(STEPS)
                .contains(negotiated.isEmpty() ? STEPS[0] : negotiated);
        assertThat(output.ended()).isZero();
        assertThat(org.statusOf(user)).isEqualTo("DEPROVISIONED");
    }

    @Test
    void compilesEverySchemaInStrictMode() {
        var all = Filter.ofMethods("read", "write", "custom");
        var everything = servers.with(new Config(all, ToolExposure.ALL, false), null);
        var listed = RawClient.connected(everything).toolNames().size();

        var output = NodeClients.run("strict-schemas.mjs", everything);

        assertThat(output.lines()).contains("compiled " + listed);
        assertThat(listed).isGreaterThan(800);
    }

    @Test
    void listsAndCallsByTheInspectorsCommandLine() {
        var list =
                NodeClients.run(
                        INSPECTOR, "--cli", url, "--transport", "http", "--method", "tools/list");
        var call =
                NodeClients.run(
                        INSPECTOR,
                        "--cli",
                        url,
                        "--transport",
                        "http",
                        "--method",
                        "tools/call",
                        "--tool-name",
                        "list_users",
                        "--tool-arg",
                        "limit=1");

        assertThat(list.ended()).isZero();
        assertThat(String.join("", list.lines())).contains("\"name\": \"list_users\"");
        assertThat(call.ended()).isZero();
        assertThat(String.join("", call.lines())).contains("\"structuredContent\"");
    }
}
