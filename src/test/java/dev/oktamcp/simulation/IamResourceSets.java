package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.stream.Stream;

/// Resource sets and the resources in them.
record IamResourceSets(Store store, AdminActions admin) {

    static final String PATH = "/api/v1/iam/resource-sets";

    private static final String RESOURCE = "ResourceSetResource";
    private static final IamKind KIND = IamKind.RESOURCE_SET;

    Stream<Route> routes() {
        var set = PATH + "/{resourceSetIdOrLabel}";
        var resources = set + "/resources";
        return Stream.of(
                        Route.of("GET", PATH, this::listResourceSets),
                        Route.of("POST", PATH, this::createResourceSet),
                        Route.of("GET", set, call -> Answer.of(shown(call, set(store, call)))),
                        Route.of("PUT", set, this::replaceResourceSet),
                        Route.of("DELETE", set, this::deleteResourceSet),
                        Route.of("GET", resources, this::listResourceSetResources),
                        Route.of("PATCH", resources, this::addResourceSetResources),
                        Route.of(
                                "DELETE",
                                resources + "/{resourceId}",
                                this::deleteResourceSetResource))
                .map(route -> route.of("roles"));
    }

    private Answer listResourceSets(Call call) {
        var sets = KIND.all(store);
        return new IamList("resource-sets", sets).answer(call, sets.all(), set -> shown(call, set));
    }

    private Answer createResourceSet(Call call) {
        var body = call.json();
        KIND.check(store, body, "");
        var label = Json.text(body, "label");
        var set = KIND.create(store, call.key(), label, Json.text(body, "description"));
        body.path("resources").forEach(resource -> add(store, set, resource.asString("")));
        admin.log(call, LogEventType.RESOURCE_SET_CREATE, KIND.party(set));
        return Answer.of(shown(call, set));
    }

    private Answer replaceResourceSet(Call call) {
        var set = set(store, call);
        KIND.replace(store, set, call.json());
        admin.log(call, LogEventType.RESOURCE_SET_UPDATE, KIND.party(set));
        return Answer.of(shown(call, set));
    }

    /// ASSUMPTION: with the set go the assignments that are limited to it.
    private Answer deleteResourceSet(Call call) {
        var set = set(store, call);
        var id = Json.text(set, "id");
        KIND.all(store).remove(id);
        Owned.removeAll(store, id);
        for (var role : store.kind(RoleAssignments.ROLE).with("resource-set", id)) {
            store.kind(RoleAssignments.ROLE).remove(Json.text(role, "id"));
        }
        admin.log(call, LogEventType.RESOURCE_SET_DELETE, KIND.party(set));
        return Answer.noContent();
    }

    private Answer listResourceSetResources(Call call) {
        var resources = Owned.of(store, RESOURCE, set(store, call));
        return new IamList("resources", store.kind(RESOURCE)).limited(call, resources, Json::shown);
    }

    private Answer addResourceSetResources(Call call) {
        var set = set(store, call);
        var additions = call.json().path("additions");
        if (additions.isEmpty()) {
            throw OktaError.missing("additions");
        }
        additions.forEach(resource -> add(store, set, resource.asString("")));
        admin.log(call, LogEventType.RESOURCE_ADD, KIND.party(set));
        return Answer.of(shown(call, set));
    }

    private Answer deleteResourceSetResource(Call call) {
        var set = set(store, call);
        var resource = Owned.get(store, RESOURCE, set, call.value("resourceId"));
        store.kind(RESOURCE).remove(Json.text(resource, "id"));
        admin.log(call, LogEventType.RESOURCE_DELETE, KIND.party(set));
        return Answer.noContent();
    }

    /// ASSUMPTION: whether there is such a resource is not looked at.
    static void add(Store store, ObjectNode set, String address) {
        var setId = Json.text(set, "id");
        var resource =
                Json.object()
                        .put("id", store.ids().of("ire", setId + address))
                        .put("orn", new Orns(store).ofAddress(address))
                        .put("created", store.now())
                        .put("lastUpdated", store.now())
                        .put(Owned.OWNER, setId);
        if (address.startsWith("http")) {
            resource.putObject("_links").putObject("self").put("href", address);
        }
        store.kind(RESOURCE).put(resource);
    }

    static ObjectNode set(Store store, Call call) {
        return KIND.find(store, call.value("resourceSetIdOrLabel"));
    }

    private static ObjectNode shown(Call call, ObjectNode set) {
        var shown = Json.shown(set);
        var self = call.base() + PATH + "/" + Json.text(set, "id");
        var links = shown.putObject("_links");
        links.putObject("self").put("href", self);
        links.putObject("resources").put("href", self + "/resources");
        links.putObject("bindings").put("href", self + "/bindings");
        return shown;
    }
}
