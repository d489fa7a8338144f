package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

/// Custom roles and resource sets: both have a label that can stand for the id.
enum IamKind {
    ROLE("Role", "cr0", "permissions"),
    RESOURCE_SET("ResourceSet", "iam", "resources");

    private final String type;
    private final String prefix;
    private final String content;

    IamKind(String type, String prefix, String content) {
        this.type = type;
        this.prefix = prefix;
        this.content = content;
    }

    /// The name of what it holds, which a creation must give.
    String content() {
        return content;
    }

    Resources all(Store store) {
        return store.kind(type);
    }

    ObjectNode find(Store store, String idOrLabel) {
        var labelled = all(store).with("label", idOrLabel);
        return labelled.isEmpty() ? all(store).get(idOrLabel) : labelled.getFirst();
    }

    ObjectNode create(Store store, String key, String label, String description) {
        var resource =
                Json.object()
                        .put("id", store.ids().of(prefix, key))
                        .put("label", label)
                        .put("description", description)
                        .put("created", store.now())
                        .put("lastUpdated", store.now());
        all(store).put(resource);
        return resource;
    }

    void replace(Store store, ObjectNode resource, ObjectNode body) {
        check(store, body, Json.text(resource, "id"));
        resource.put("label", Json.text(body, "label"))
                .put("description", Json.text(body, "description"))
                .put("lastUpdated", store.now());
    }

    void check(Store store, ObjectNode body, String ownId) {
        var label = Json.text(body, "label");
        if (label.isBlank()) {
            throw OktaError.missing("label");
        }
        for (var known : all(store).with("label", label)) {
            if (!Json.text(known, "id").equals(ownId)) {
                throw OktaError.duplicate("label");
            }
        }
        if (ownId.isEmpty() && body.path(content).isEmpty()) {
            throw OktaError.missing(content);
        }
    }

    Party party(ObjectNode resource) {
        return new Party(Json.text(resource, "id"), type, "unknown", Json.text(resource, "label"));
    }
}
