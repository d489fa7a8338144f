package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/// The values that an entitlement can have.
record EntitlementValues(Store store) {

    static final String KIND = "EntitlementValue";

    /// Takes over a whole list of values: those with an id stay, the others are new, and what is
    /// not in the list goes.
    void replace(ObjectNode entitlement, JsonNode values, String by) {
        var known = Owned.of(store, KIND, entitlement);
        Owned.removeAll(store, KIND, Json.text(entitlement, "id"));
        for (var given : values) {
            var value = find(known, given).orElseGet(() -> create(entitlement, given, by));
            store.kind(KIND).put(named(value, given));
        }
    }

    private static Optional<ObjectNode> find(List<ObjectNode> known, JsonNode given) {
        var id = Json.text(given, "id");
        return known.stream().filter(value -> Json.text(value, "id").equals(id)).findFirst();
    }

    private ObjectNode create(ObjectNode entitlement, JsonNode given, String by) {
        var owner = Json.text(entitlement, "id");
        var id = store.ids().of("ent", owner + Json.text(given, "externalValue"));
        return Governed.create(store, id, by)
                .put("entitlementId", owner)
                .put("orn", new Orns(store).entitlementValue(id))
                .put("parentResourceOrn", Json.text(entitlement, "parentResourceOrn"))
                .put(Owned.OWNER, owner)
                .set("parent", entitlement.path("parent").deepCopy());
    }

    private static ObjectNode named(ObjectNode value, JsonNode given) {
        for (var field : List.of("name", "externalValue", "description")) {
            value.put(field, Json.text(given, field));
        }
        return value;
    }
}
