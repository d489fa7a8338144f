package dev.oktamcp;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.simulation.SimulatedOrg;

import tools.jackson.databind.json.JsonMapper;

import java.util.Map;
import java.util.UUID;

/// One server, with a session: its org, its connection, and its URL.
record Tenant(SimulatedOrg org, String connection, String url, String session) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// A new connection by the org's own API token.
    ///
    /// @return its id
    static String connection(TestApi api, SimulatedOrg org) {
        return connection(api, org, Map.of("type", "api_token", "token", org.apiToken()));
    }

    /// A new connection.
    ///
    /// @return its id
    static String connection(TestApi api, SimulatedOrg org, Map<String, ?> auth) {
        var name = UUID.randomUUID().toString();
        var body = Map.of("name", name, "org_url", org.url().toString(), "auth", auth);
        return api.post("/connections", JSON.writeValueAsString(body)).text("/id");
    }

    /// A new server of this connection.
    static Tenant of(TestApi api, SimulatedOrg org, String connection) {
        var url =
                api.post("/connections/" + connection + "/mcp-servers", "{\"name\": \"tenant\"}")
                        .text("/url");
        var session =
                RawClient.of(url)
                        .initialize("{}")
                        .headers()
                        .firstValue("Mcp-Session-Id")
                        .orElseThrow();
        return new Tenant(org, connection, url, session);
    }

    /// A client of this server with anybody's session.
    RawClient in(String anySession) {
        return RawClient.of(url).with("Mcp-Session-Id", anySession);
    }

    RawClient client() {
        return in(session);
    }
}
