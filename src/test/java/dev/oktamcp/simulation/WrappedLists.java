package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Lists whose body is an object: the IAM family with the next page in the body alone, governance
/// with it in body and header.
record WrappedLists(Store store) {

    static final String ROLE = "Role";
    static final String RESOURCE_SET = "ResourceSet";
    static final String CAMPAIGN = "Campaign";

    /// ASSUMPTION: the size of an IAM page is not documented; a small one lets a small org have
    /// several.
    private static final int IAM_PAGE = 5;

    private static final PageSizes GOVERNANCE = new PageSizes(20, 20, 200);

    Stream<Route> routes() {
        var roles = "/api/v1/iam/roles";
        var sets = "/api/v1/iam/resource-sets";
        var campaigns = "/governance/api/v1/campaigns";
        var governance = "governance.accessCertifications";
        return Stream.of(
                Route.of("GET", roles, call -> iam(call, "roles", ROLE)).of("roles"),
                Route.of("GET", roles + "/{id}", call -> one(call, ROLE)).of("roles"),
                Route.of("GET", sets, call -> iam(call, "resource-sets", RESOURCE_SET)).of("roles"),
                Route.of("GET", sets + "/{id}", call -> one(call, RESOURCE_SET)).of("roles"),
                Route.of("GET", campaigns, this::listCampaigns).of(governance),
                Route.of("GET", campaigns + "/{id}", call -> one(call, CAMPAIGN)).of(governance));
    }

    private Answer iam(Call call, String field, String kind) {
        var all = store.kind(kind);
        var page = Listing.byId(call.query().without("limit"), all, all.all(), IAM_PAGE);
        var body = Json.object();
        body.set(field, Json.array(shown(call, page.items())));
        var links = body.putObject("_links");
        if (page.more()) {
            var after = Json.text(page.items().getLast(), "id");
            var next = call.query().with("after", after);
            links.putObject("next").put("href", call.linkTo(next).getLast().href());
        }
        return Answer.of(body);
    }

    private static List<ObjectNode> shown(Call call, List<ObjectNode> items) {
        var shown = new ArrayList<ObjectNode>();
        for (var item : items) {
            var copy = item.deepCopy();
            var href = call.base() + call.request().rawPath() + "/" + Json.text(item, "id");
            copy.putObject("_links").putObject("self").put("href", href);
            shown.add(copy);
        }
        return shown;
    }

    /// ASSUMPTION: filter and order are not looked at; all campaigns are listed.
    private Answer listCampaigns(Call call) {
        var all = store.kind(CAMPAIGN);
        var page = Listing.byId(call.query(), all, all.all(), GOVERNANCE);
        var body = Json.object();
        body.set("data", Json.array(shown(call, page.items())));
        var links = body.putObject("_links");
        for (var link : page.links(call)) {
            links.putObject(link.rel()).put("href", link.href());
        }
        body.putObject("metadata").put("total", all.all().size());
        return Answer.of(body, page.links(call));
    }

    private Answer one(Call call, String kind) {
        return Answer.of(store.kind(kind).get(call.value("id")));
    }

    static void seed(Store store) {
        for (var number = 1; number <= 12; number++) {
            add(store, ROLE, "cr0", number).put("label", "Role " + number);
            add(store, RESOURCE_SET, "iam", number).put("label", "Resource set " + number);
            add(store, CAMPAIGN, "ici", number)
                    .put("name", "Campaign " + number)
                    .put("status", number % 3 == 0 ? "ACTIVE" : "COMPLETED")
                    .put("campaignType", "RESOURCE");
        }
    }

    private static ObjectNode add(Store store, String kind, String prefix, int number) {
        var resource =
                Json.object()
                        .put("id", store.ids().of(prefix, kind + number))
                        .put("description", kind + " number " + number)
                        .put("created", store.now())
                        .put("lastUpdated", store.now());
        store.kind(kind).put(resource);
        return resource;
    }
}
