package dev.oktamcp.bench;

import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;

/// Two tools on the JDK's client, whose answers have the content of ours: without links, as text
/// and as an object.
final class SdkTools {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String upstream;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();

    SdkTools(String upstream) {
        this.upstream = upstream;
    }

    @SuppressWarnings("unused") // the exchange belongs to the signature of a handler
    CallToolResult call(McpSyncServerExchange exchange, CallToolRequest request) {
        var value =
                switch (request.name()) {
                    case "get_user" -> user(String.valueOf(request.arguments().get("user_id")));
                    case "list_users" -> page();
                    default -> JSON.createObjectNode();
                };
        return CallToolResult.builder()
                .addTextContent(value.toString())
                .structuredContent(value)
                .isError(false)
                .build();
    }

    private ObjectNode user(String id) {
        return withoutLinks(JSON.readTree(get("/api/v1/users/" + id).body()));
    }

    private ObjectNode page() {
        var answer = get("/api/v1/users?limit=200");
        var value = JSON.createObjectNode();
        var items = value.putArray("items");
        JSON.readTree(answer.body()).forEach(item -> items.add(withoutLinks(item)));
        value.put("next_cursor", answer.headers().firstValue("Link").orElseThrow());
        return value.put("has_more", true);
    }

    private static ObjectNode withoutLinks(JsonNode node) {
        var object = node.asObject();
        object.remove("_links");
        return object;
    }

    private HttpResponse<byte[]> get(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(upstream + path))
                        .header("Authorization", "SSWS bench")
                        .header("Accept", "application/json")
                        .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
