package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.stream.Stream;

/// The types that users can have: the default one, and a second for people from outside.
record UserTypes(Store store) {

    static final String DEFAULT = "default";

    private static final String KIND = "UserType";

    Stream<Route> routes() {
        var types = "/api/v1/meta/types/user";
        return Stream.of(
                        Route.of("GET", types, this::listUserTypes),
                        Route.of("GET", types + "/{typeId}", this::getUserType))
                .map(route -> route.of("userTypes"));
    }

    private Answer listUserTypes(Call call) {
        var types = store.kind(KIND).all().stream().map(type -> shown(call, type)).toList();
        return Answer.of(Json.array(types), call.self());
    }

    private Answer getUserType(Call call) {
        return Answer.of(shown(call, get(store, call.value("typeId"))));
    }

    /// @param id an id, or `default`
    static ObjectNode get(Store store, String id) {
        return store.kind(KIND).get(id.equals(DEFAULT) ? store.ids().of("oty", "user") : id);
    }

    private ObjectNode shown(Call call, ObjectNode type) {
        var shown = type.deepCopy();
        var schema = store.ids().of("osc", Json.text(type, "name"));
        shown.putObject("_links")
                .putObject("schema")
                .put("href", call.base() + "/api/v1/meta/schemas/user/" + schema);
        return shown;
    }

    static void seed(Store store) {
        add(store, "user", "User", true);
        add(store, "contractor", "Contractor", false);
    }

    private static void add(Store store, String name, String displayName, boolean usual) {
        store.kind(KIND)
                .put(
                        Json.object()
                                .put("id", store.ids().of("oty", name))
                                .put("displayName", displayName)
                                .put("name", name)
                                .put("description", displayName)
                                .put("createdBy", store.ids().of("spr", "system"))
                                .put("lastUpdatedBy", store.ids().of("spr", "system"))
                                .put("created", store.now())
                                .put("lastUpdated", store.now())
                                .put("default", usual));
    }
}
