package dev.oktamcp.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/// One request, as the load generator repeats it.
///
/// @param body empty for a GET
/// @param session empty where there is none
record Target(String url, String body, String session) {

    private static final String INITIALIZE =
            """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
            "capabilities":{},"clientInfo":{"name":"bench","version":"1"}}}\
            """;
    private static final String INITIALIZED =
            """
            {"jsonrpc":"2.0","method":"notifications/initialized"}\
            """;

    static Target get(String url) {
        return new Target(url, "", "");
    }

    /// A session with an MCP server; its body is still to be chosen.
    static Target session(String url) throws IOException, InterruptedException {
        var answer = new Target(url, INITIALIZE, "").send();
        var session = answer.headers().firstValue("Mcp-Session-Id").orElseThrow();
        new Target(url, INITIALIZED, session).send();
        return new Target(url, "", session);
    }

    Target request(String method, String parameters) {
        var body =
                """
                {"jsonrpc":"2.0","id":1000000000,"method":"%s","params":%s}\
                """
                        .formatted(method, parameters);
        return new Target(url, body, session);
    }

    Target call(String tool, String arguments) {
        return request(
                "tools/call", "{\"name\":\"%s\",\"arguments\":%s}".formatted(tool, arguments));
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
        if (!session.isEmpty()) {
            request.header("Mcp-Session-Id", session);
        }
        if (!body.isEmpty()) {
            request.POST(HttpRequest.BodyPublishers.ofString(body, UTF_8));
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        }
    }
}
