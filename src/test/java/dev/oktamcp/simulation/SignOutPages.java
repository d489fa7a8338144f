package dev.oktamcp.simulation;

import tools.jackson.databind.node.StringNode;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Where people arrive who sign out, and which widgets they can sign in with.
record SignOutPages(Store store, AdminActions admin) {

    private static final String SIGN_OUT = "#signOut";
    private static final List<String> VERSIONS = List.of("7.30", "7.31", "7.32");

    Stream<Route> routes() {
        var pages = "/api/v1/brands/{brandId}/pages";
        return Stream.of(
                Route.of("GET", pages + "/sign-in/widget-versions", this::listVersions),
                Route.of("GET", pages + "/sign-out/customized", this::getSettings),
                Route.of("PUT", pages + "/sign-out/customized", this::replaceSettings));
    }

    private Answer listVersions(Call call) {
        Brands.find(store, call);
        return Answer.of(Json.array(VERSIONS.stream().map(StringNode::valueOf).toList()));
    }

    private Answer getSettings(Call call) {
        var brand = Brands.find(store, call);
        return Answer.of(
                brand.has(SIGN_OUT)
                        ? brand.path(SIGN_OUT).deepCopy()
                        : Json.object().put("type", "OKTA_DEFAULT"));
    }

    private Answer replaceSettings(Call call) {
        var brand = Brands.find(store, call);
        var body = call.json();
        var type = Json.text(body, "type");
        if (!Set.of("EXTERNALLY_HOSTED", "OKTA_DEFAULT").contains(type)) {
            throw OktaError.missing("type");
        }
        if (type.equals("EXTERNALLY_HOSTED") && Json.text(body, "url").isBlank()) {
            throw OktaError.missing("url");
        }
        brand.set(SIGN_OUT, body.deepCopy());
        admin.log(call, LogEventType.SIGN_OUT_PAGE_UPDATE, Brands.party(brand));
        return getSettings(call);
    }
}
