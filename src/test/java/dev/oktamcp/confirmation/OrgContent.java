package dev.oktamcp.confirmation;

import dev.oktamcp.simulation.SimulatedOrg;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/// What somebody else puts into the simulated org, or changes there: straight through Okta's API,
/// and not through the server that is tested.
final class OrgContent {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SimulatedOrg org;

    OrgContent(SimulatedOrg org) {
        this.org = org;
    }

    SimulatedOrg org() {
        return org;
    }

    /// A name that nothing has yet.
    static String name() {
        return "c-" + UUID.randomUUID();
    }

    /// @return the id of what was added
    String add(String path, Object body) {
        return send("POST", path, body).path("id").stringValue();
    }

    JsonNode get(String path) {
        return send("GET", path, null);
    }

    void post(String path) {
        send("POST", path, null);
    }

    void put(String path, Object body) {
        send("PUT", path, body);
    }

    private JsonNode send(String method, String path, @Nullable Object body) {
        var publisher =
                body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(JSON.writeValueAsString(body));
        var request =
                HttpRequest.newBuilder(org.url().resolve(path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "SSWS " + org.apiToken())
                        .header("Accept", "application/json")
                        .method(method, publisher);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError("%s %s: %s".formatted(method, path, answer.body()));
            }
            return answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String user(String status) {
        return org.hasUser(name() + "@example.com", status);
    }

    String group() {
        return org.hasGroup(name());
    }

    /// The id of an app of the seeded company.
    String seededApp(String label) {
        return get("/api/v1/apps?q=" + label).at("/0/id").stringValue();
    }

    String app(boolean active) {
        var app = bookmark(name());
        return add("/api/v1/apps?activate=" + active, app);
    }

    static Map<String, Object> bookmark(String label) {
        return Map.of(
                "name",
                "bookmark",
                "label",
                label,
                "signOnMode",
                "BOOKMARK",
                "settings",
                Map.of("app", Map.of("url", "https://wiki.example.com")));
    }

    String brand() {
        return add("/api/v1/brands", Map.of("name", name()));
    }

    String device() {
        return get("/api/v1/devices?search=status%20eq%20%22ACTIVE%22").at("/0/id").stringValue();
    }
}
