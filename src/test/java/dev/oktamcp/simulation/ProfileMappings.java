package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// From which attributes of a user those of an app's user are made, and the other way round.
///
/// ASSUMPTION: every app has a mapping in either direction with the default user type, and begins
/// with a person's names and email.
record ProfileMappings(Store store, AdminActions admin) {

    private static final String KIND = "ProfileMapping";
    private static final PageSizes SIZES = new PageSizes(20, 20, 200);
    private static final Set<String> STATUSES = Set.of("PUSH", "DONT_PUSH");

    Stream<Route> routes() {
        var mapping = "/api/v1/mappings/{mappingId}";
        return Stream.of(
                        Route.of("GET", "/api/v1/mappings", this::listProfileMappings),
                        Route.of("GET", mapping, call -> Answer.of(shown(call, mapping(call)))),
                        Route.of("POST", mapping, this::updateProfileMapping))
                .map(route -> route.of("profileMappings"));
    }

    static void addFor(Store store, ObjectNode app) {
        var name = Json.text(app, "name");
        var user = party(store.ids().of("oty", "user"), "user", "user");
        var appUser = party(Json.text(app, "id"), name, "appuser");
        add(store, app, user, appUser, "user.");
        add(store, app, appUser, user, "appuser.");
    }

    private static ObjectNode party(String id, String name, String type) {
        return Json.object().put("id", id).put("name", name).put("type", type);
    }

    private static void add(
            Store store, ObjectNode app, ObjectNode source, ObjectNode target, String from) {
        var key = Json.text(source, "id") + Json.text(target, "id");
        var mapping =
                Json.object()
                        .put("id", store.ids().of("prm", key))
                        .put(Owned.OWNER, Json.text(app, "id"));
        mapping.set("source", source.deepCopy());
        mapping.set("target", target.deepCopy());
        for (var name : new String[] {"firstName", "lastName", "email"}) {
            mapping.withObject("properties")
                    .putObject(name)
                    .put("expression", from + name)
                    .put("pushStatus", "PUSH");
        }
        store.kind(KIND).put(mapping);
    }

    private Answer listProfileMappings(Call call) {
        var wanted = Map.of("source", "sourceId", "target", "targetId");
        var mappings =
                store.kind(KIND).all().stream()
                        .filter(mapping ->
                                wanted.entrySet().stream()
                                        .allMatch(end -> fits(call, mapping, end)))
                        .toList();
        var page = Listing.byId(call.query(), store.kind(KIND), mappings, SIZES);
        var shown = page.items().stream().map(mapping -> listed(call, mapping)).toList();
        return Answer.of(Json.array(shown), page.links(call));
    }

    private static boolean fits(Call call, ObjectNode mapping, Map.Entry<String, String> end) {
        var id = Json.text(mapping.path(end.getKey()), "id");
        return call.query().get(end.getValue()).map(id::equals).orElse(true);
    }

    private static ObjectNode listed(Call call, ObjectNode mapping) {
        return shown(call, mapping).without("properties");
    }

    private static ObjectNode shown(Call call, ObjectNode mapping) {
        var shown = Json.shown(mapping);
        for (var end : new String[] {"source", "target"}) {
            var links = shown.withObject(end).putObject("_links");
            var id = Json.text(shown.path(end), "id");
            var user = Json.text(shown.path(end), "type").equals("user");
            var path = user ? "/api/v1/meta/types/user/" : "/api/v1/apps/";
            links.putObject("self").put("href", call.base() + path + id);
        }
        var self = call.base() + "/api/v1/mappings/" + Json.text(mapping, "id");
        shown.putObject("_links").putObject("self").put("href", self);
        return shown;
    }

    private ObjectNode mapping(Call call) {
        return store.kind(KIND).get(call.value("mappingId"));
    }

    /// What is not named stays; an expression that is null goes. ASSUMPTION: an attribute's
    /// expression and status come together.
    private Answer updateProfileMapping(Call call) {
        var mapping = mapping(call);
        var properties = mapping.withObject("properties");
        for (var given : call.json().path("properties").properties()) {
            var value = given.getValue();
            if (value.path("expression").isNull()) {
                properties.remove(given.getKey());
            } else if (STATUSES.contains(Json.text(value, "pushStatus"))) {
                properties.set(given.getKey(), value.deepCopy());
            } else {
                throw OktaError.invalid("pushStatus", "pushStatus: The value is unknown");
            }
        }
        var name = Json.text(mapping.path("target"), "name");
        var target = Party.directory(Json.text(mapping, "id"), "ProfileMapping", name);
        admin.log(call, LogEventType.MAPPING_UPDATE, target);
        return Answer.of(shown(call, mapping));
    }
}
