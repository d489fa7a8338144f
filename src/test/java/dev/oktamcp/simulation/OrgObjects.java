package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/// What an org has a few of, and that is only looked at here: authenticators, identity providers,
/// authorization servers, event hooks.
record OrgObjects(Store store) {

    static final String AUTHENTICATOR = "Authenticator";
    static final String IDENTITY_PROVIDER = "IdentityProvider";
    static final String AUTHORIZATION_SERVER = "AuthorizationServer";
    static final String EVENT_HOOK = "EventHook";

    private static final PageSizes ALL = new PageSizes(200, 200, 200);
    private static final PageSizes TWENTY = new PageSizes(20, 20, 200);

    Stream<Route> routes() {
        return Stream.of(
                        routes("authenticators", "authenticatorId", AUTHENTICATOR),
                        routes("eventHooks", "eventHookId", EVENT_HOOK),
                        pages(
                                "idps",
                                "idpId",
                                IDENTITY_PROVIDER,
                                listing(TWENTY, OrgObjects::named)),
                        pages(
                                "authorizationServers",
                                "authServerId",
                                AUTHORIZATION_SERVER,
                                listing(ALL, OrgObjects::contains)))
                .flatMap(part -> part);
    }

    private Stream<Route> routes(String path, String variable, String kind) {
        return Stream.of(
                Route.of("GET", "/api/v1/" + path, call -> all(call, kind)),
                one(path, variable, kind));
    }

    private Stream<Route> pages(String path, String variable, String kind, Listing listing) {
        return Stream.of(
                Route.of("GET", "/api/v1/" + path, call -> page(call, kind, listing)),
                one(path, variable, kind));
    }

    private Route one(String path, String variable, String kind) {
        return Route.of(
                "GET",
                "/api/v1/%s/{%s}".formatted(path, variable),
                call -> Answer.of(shown(call, store.kind(kind).get(call.value(variable)))));
    }

    private Answer all(Call call, String kind) {
        var all = store.kind(kind).all().stream().map(each -> shown(call, each)).toList();
        return Answer.of(Json.array(all), call.self());
    }

    /// ASSUMPTION: `q` narrows pages of these lists, and does not end them.
    private Answer page(Call call, String kind, Listing listing) {
        var type = call.query().get("type").orElse("");
        var wanted = Resources.of(kind);
        for (var each : store.kind(kind).all()) {
            if (type.isEmpty() || Json.text(each, "type").equals(type)) {
                wanted.put(each);
            }
        }
        var page = listing.page(call.query(), wanted);
        var shown = page.items().stream().map(each -> shown(call, each)).toList();
        return Answer.of(Json.array(shown), page.links(call));
    }

    private static Listing listing(PageSizes sizes, BiPredicate<JsonNode, String> quick) {
        var none = new Dialect(_ -> Set.of(), false, true);
        return new Listing(none, none, quick, _ -> true, sizes);
    }

    private static boolean named(JsonNode each, String start) {
        var name = Json.text(each, "name").toLowerCase(Locale.ROOT);
        return name.startsWith(start.toLowerCase(Locale.ROOT));
    }

    private static boolean contains(JsonNode each, String part) {
        var text = Json.text(each, "name") + each.path("audiences");
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private static ObjectNode shown(Call call, ObjectNode each) {
        var id = Json.text(each, "id");
        var shown = Json.shown(each);
        var path = call.request().rawPath().replaceFirst("/" + id + "$", "");
        var self = call.base() + path + "/" + id;
        shown.putObject("_links").putObject("self").put("href", self);
        return shown;
    }

    static void add(Store store, String kind, String prefix, List<ObjectNode> all) {
        for (var each : all) {
            each.put("id", store.ids().of(prefix, Json.text(each, "name")))
                    .put("created", store.now())
                    .put("lastUpdated", store.now());
            store.kind(kind).put(each);
        }
    }
}
