package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.stream.Stream;

/// What users have consented to.
record UserGrants(Store store) {

    private static final String KIND = "OAuth2ScopeConsentGrant";
    private static final PageSizes SIZES = new PageSizes(20, 20, 200);
    private static final String CONSENTING = "ada.lovelace@example.com";

    Stream<Route> routes() {
        return Stream.of(Route.of("GET", "/api/v1/users/{userId}/grants", this::listUserGrants));
    }

    private Answer listUserGrants(Call call) {
        var user = store.user(call.value("userId"));
        var grants = Owned.of(store, KIND, user);
        var page = Listing.byId(call.query(), store.kind(KIND), grants, SIZES);
        return Answer.of(
                Json.array(page.items().stream().map(Json::shown).toList()), page.links(call));
    }

    static void seed(Store store) {
        store.users()
                .withProfile("login", CONSENTING)
                .ifPresent(user -> {
                    for (var scope : new String[] {"email", "profile"}) {
                        store.kind(KIND).put(grant(store, user, scope));
                    }
                });
    }

    private static ObjectNode grant(Store store, ObjectNode user, String scope) {
        var id = Json.text(user, "id");
        return Json.object()
                .put("id", store.ids().of("oag", id + scope))
                .put("status", "ACTIVE")
                .put("created", store.now())
                .put("lastUpdated", store.now())
                .put("issuer", "https://example.okta.com/oauth2/default")
                .put("clientId", store.ids().of("0oa", "Chat"))
                .put("userId", id)
                .put("scopeId", store.ids().of("scp", scope))
                .put("source", "END_USER")
                .put(Owned.OWNER, id);
    }
}
