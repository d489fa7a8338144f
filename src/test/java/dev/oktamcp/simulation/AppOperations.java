package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reading applications.
record AppOperations(Store store) {

    private static final PageSizes SIZES = new PageSizes(20, 20, 200);
    private static final Pattern ASSIGNED =
            Pattern.compile("(?i)(user|group)\\.id\\s+eq\\s+\"([^\"]*)\"");

    Stream<Route> routes() {
        var app = "/api/v1/apps/{appId}";
        return Stream.of(
                Route.of("GET", "/api/v1/apps", this::listApplications),
                Route.of("GET", app, call -> Answer.of(view(call).show(app(call)))),
                Route.of("GET", "/api/v1/users/{id}/appLinks", this::listAppLinks),
                Route.of("GET", "/api/v1/groups/{groupId}/apps", this::listGroupApps));
    }

    private Answer listApplications(Call call) {
        var assigned = ASSIGNED.matcher(call.query().get("filter").orElse(""));
        if (assigned.matches()) {
            var id = assigned.group(2);
            var byUser = assigned.group(1).equalsIgnoreCase("user");
            return pageOf(
                    call, byUser ? assignments().appsOfUser(id) : assignments().appsOfGroup(id));
        }
        var page = listing().page(call.query(), store.kind(SeedApps.APP));
        return shown(call, page);
    }

    private Answer pageOf(Call call, List<ObjectNode> apps) {
        return shown(call, Listing.byId(call.query(), store.kind(SeedApps.APP), apps, SIZES));
    }

    private Answer shown(Call call, Page page) {
        var apps = page.items().stream().map(view(call)::show).toList();
        return Answer.of(Json.array(apps), page.links(call));
    }

    /// ASSUMPTION: of the documented attributes only these three can be filtered by here.
    private static Listing listing() {
        var filter = new Dialect(AppOperations::operators, false, true);
        return new Listing(filter, filter, AppOperations::startsWith, _ -> true, SIZES);
    }

    private static Set<Operator> operators(String attribute) {
        return Set.of("id", "status", "name").contains(attribute)
                ? EnumSet.of(Operator.EQ)
                : Set.of();
    }

    private static boolean startsWith(JsonNode app, String start) {
        var wanted = start.toLowerCase(Locale.ROOT);
        return Json.text(app, "name").toLowerCase(Locale.ROOT).startsWith(wanted)
                || Json.text(app, "label").toLowerCase(Locale.ROOT).startsWith(wanted);
    }

    private Answer listAppLinks(Call call) {
        var id = Json.text(store.user(call.value("id")), "id");
        var links =
                assignments().appsOfUser(id).stream()
                        .filter(app -> Json.text(app, "status").equals("ACTIVE"))
                        .flatMap(app -> view(call).links(app, id))
                        .toList();
        return Answer.of(Json.array(links), call.self());
    }

    private Answer listGroupApps(Call call) {
        var id = Json.text(store.groups().get(call.value("groupId")), "id");
        return pageOf(call, assignments().appsOfGroup(id));
    }

    private ObjectNode app(Call call) {
        return store.kind(SeedApps.APP).get(call.value("appId"));
    }

    private AppAssignments assignments() {
        return new AppAssignments(store);
    }

    private AppView view(Call call) {
        return new AppView(call.base(), assignments());
    }
}
