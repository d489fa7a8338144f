package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What the org tells of its API tokens. Who has revoked one, is out with it.
record ApiTokens(Store store, AdminActions admin) {

    private static final String KIND = "ApiToken";
    private static final Duration LIFE = Duration.ofDays(30);
    private static final List<String> OTHERS = List.of("Directory agent", "Nightly export");

    Stream<Route> routes() {
        var token = "/api/v1/api-tokens/{apiTokenId}";
        return Stream.of(
                        Route.of("GET", "/api/v1/api-tokens", this::listApiTokens),
                        Route.of("GET", token, call -> Answer.of(shown(call, token(call)))),
                        Route.of("DELETE", token, this::revokeApiToken))
                .map(route -> route.of("apiTokens"));
    }

    private Answer listApiTokens(Call call) {
        var tokens = store.kind(KIND).all().stream().map(token -> shown(call, token)).toList();
        return Answer.of(Json.array(tokens), call.self());
    }

    private Answer revokeApiToken(Call call) {
        var token = token(call);
        var id = Json.text(token, "id");
        store.kind(KIND).remove(id);
        var party = new Party(id, "Token", "unknown", Json.text(token, "name"));
        admin.log(call, LogEventType.API_TOKEN_REVOKE, party);
        return Answer.noContent();
    }

    /// Each call lets a token live as long as a new one.
    static void use(Store store, String token) {
        store.kind(KIND)
                .find(store.ids().of("00T", token))
                .ifPresent(used ->
                        used.put("lastUpdated", store.now()).put("expiresAt", expiry(store)));
    }

    private static String expiry(Store store) {
        return Json.time(store.clock().instant().plus(LIFE));
    }

    /// Whether nothing is known of this token any more.
    static boolean isRevoked(Store store, String token) {
        return store.kind(KIND).find(store.ids().of("00T", token)).isEmpty();
    }

    static void seed(Store store, List<String> tokens) {
        for (var token : tokens) {
            add(store, token, "MCP server");
        }
        OTHERS.forEach(name -> add(store, name, name));
    }

    private static void add(Store store, String key, String name) {
        var token =
                Json.object()
                        .put("name", name)
                        .put("userId", Json.text(new AdminActions(store).owner(), "id"))
                        .put("tokenWindow", "P30D")
                        .put("id", store.ids().of("00T", key))
                        .put("clientName", "Okta API")
                        .put("expiresAt", expiry(store))
                        .put("created", store.now())
                        .put("lastUpdated", store.now());
        token.putObject("network").put("connection", "ANYWHERE");
        store.kind(KIND).put(token);
    }

    private static ObjectNode shown(Call call, ObjectNode token) {
        var shown = Json.shown(token);
        var links = shown.putObject("_links");
        var self = call.base() + "/api/v1/api-tokens/" + Json.text(token, "id");
        var user = call.base() + "/api/v1/users/" + Json.text(token, "userId");
        links.putObject("self").put("href", self);
        links.putObject("user").put("href", user);
        return shown;
    }

    private ObjectNode token(Call call) {
        return store.kind(KIND).get(call.value("apiTokenId"));
    }
}
