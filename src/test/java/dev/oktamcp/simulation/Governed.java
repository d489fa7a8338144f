package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the resources of the governance API have in common.
final class Governed {

    private Governed() {}

    /// A new resource that knows who made it.
    static ObjectNode create(Store store, String id, String by) {
        return Json.object()
                .put("id", id)
                .put("created", store.now())
                .put("createdBy", by)
                .put("lastUpdated", store.now())
                .put("lastUpdatedBy", by);
    }

    static String by(Call call) {
        return call.principal().party().id();
    }

    static void touch(Store store, ObjectNode resource, Call call) {
        resource.put("lastUpdated", store.now()).put("lastUpdatedBy", by(call));
    }

    /// Refuses a body that lacks one of these.
    static ObjectNode with(ObjectNode body, String... required) {
        for (var field : required) {
            if (body.path(field).isMissingNode() || body.path(field).isNull()) {
                throw OktaError.missing(field);
            }
        }
        return body;
    }

    static ObjectNode shown(Call call, ObjectNode resource, String path) {
        var shown = Json.shown(resource);
        var self = call.base() + path + "/" + Json.text(resource, "id");
        shown.putObject("_links").putObject("self").put("href", self);
        return shown;
    }

    static ObjectNode reference(String id, String type) {
        return Json.object().put("externalId", id).put("type", type);
    }

    /// The application that a reference names. ASSUMPTION: one that has not opted in to entitlement
    /// management is unknown here.
    static ObjectNode optedIn(Store store, JsonNode reference) {
        var id = Json.text(reference, "externalId");
        var app = store.kind(SeedApps.APP).get(id);
        if (!EntitlementSettings.isOptedIn(app)) {
            throw OktaError.notFound(id, "Resource");
        }
        return app;
    }
}
