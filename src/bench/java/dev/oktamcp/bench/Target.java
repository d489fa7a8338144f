package dev.oktamcp.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/// One request, as the load generator repeats it.
///
/// @param body empty for a GET
/// @param headers beside those that all requests have
record Target(String url, String body, Map<String, String> headers) {

    private static final String VERSION = "MCP-Protocol-Version";

    private static final String INITIALIZE =
            """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
            "capabilities":{},"clientInfo":{"name":"bench","version":"1"}}}\
            """;
    private static final String INITIALIZED =
            """
            {"jsonrpc":"2.0","method":"notifications/initialized"}\
            """;

    /// What a request of 2026-07-28 says of itself.
    private static final String META =
            """
            {"io.modelcontextprotocol/protocolVersion":"2026-07-28",\
            "io.modelcontextprotocol/clientCapabilities":{},\
            "io.modelcontextprotocol/clientInfo":{"name":"bench","version":"1"}}\
            """;

    static Target get(String url) {
        return new Target(url, "", Map.of());
    }

    /// A session with an MCP server; its body is still to be chosen.
    static Target session(String url) throws IOException, InterruptedException {
        var answer = new Target(url, INITIALIZE, Map.of()).send();
        var id = answer.headers().firstValue("Mcp-Session-Id").orElseThrow();
        var session = Map.of("Mcp-Session-Id", id, VERSION, "2025-11-25");
        new Target(url, INITIALIZED, session).send();
        return new Target(url, "", session);
    }

    Target request(String method, String parameters) {
        var body =
                """
                {"jsonrpc":"2.0","id":1000000000,"method":"%s","params":%s}\
                """
                        .formatted(method, parameters);
        return new Target(url, body, headers);
    }

    Target call(String tool, String arguments) {
        return request(
                "tools/call", "{\"name\":\"%s\",\"arguments\":%s}".formatted(tool, arguments));
    }

    /// The same call without a session, as 2026-07-28 has it.
    Target statelessCall(String tool, String arguments) {
        var parameters =
                "{\"name\":\"%s\",\"arguments\":%s,\"_meta\":%s}".formatted(tool, arguments, META);
        var stateless = Map.of(VERSION, "2026-07-28", "Mcp-Method", "tools/call", "Mcp-Name", tool);
        return new Target(url, "", stateless).request("tools/call", parameters);
    }

    /// Sends the request once.
    ///
    /// @throws IllegalStateException where the answer is not what its figures would stand for
    String answer() throws IOException, InterruptedException {
        var answer = send();
        if (answer.statusCode() != 200
                || answer.body().contains("\"isError\":true")
                || answer.body().contains("\"error\":{")) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> send() throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(url))
                        .header("Accept", "application/json, text/event-stream")
                        .header("Content-Type", "application/json");
        headers.forEach(request::header);
        if (!body.isEmpty()) {
            request.POST(HttpRequest.BodyPublishers.ofString(body, UTF_8));
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        }
    }
}
