package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// All resources of one kind as JSON documents, in the order of their ids.
///
/// @param type the kind's name as a not-found error writes it
record Resources(String type, TreeMap<String, ObjectNode> byId) {

    static Resources of(String type) {
        return new Resources(type, new TreeMap<>());
    }

    void put(ObjectNode resource) {
        byId.put(Json.text(resource, "id"), resource);
    }

    void remove(String id) {
        byId.remove(id);
    }

    /// Those whose attribute has this value.
    List<ObjectNode> with(String attribute, String value) {
        return byId.values().stream()
                .filter(resource -> Json.text(resource, attribute).equals(value))
                .toList();
    }

    List<ObjectNode> all() {
        return List.copyOf(byId.values());
    }

    Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    ObjectNode get(String id) {
        return find(id).orElseThrow(() -> OktaError.notFound(id, type));
    }

    Optional<ObjectNode> withProfile(String attribute, String value) {
        for (var resource : byId.values()) {
            if (Json.text(resource.path("profile"), attribute).equalsIgnoreCase(value)) {
                return Optional.of(resource);
            }
        }
        return Optional.empty();
    }
}
