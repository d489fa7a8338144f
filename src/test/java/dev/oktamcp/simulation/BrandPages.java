package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Error pages and sign-in pages: Okta's own, a brand's own, and one that nobody sees yet.
record BrandPages(Store store, AdminActions admin, Kind kind) {

    private static final String PAGE = "BrandPage";
    private static final String CONTENT = "pageContent";
    private static final String CUSTOMIZED = "customized";
    private static final String PREVIEW = "preview";

    enum Kind {
        ERROR("error", LogEventType.ERROR_PAGE_UPDATE, LogEventType.ERROR_PAGE_DELETE),
        SIGN_IN("sign-in", LogEventType.SIGN_IN_PAGE_UPDATE, LogEventType.SIGN_IN_PAGE_DELETE);

        private final String path;
        private final LogEventType update;
        private final LogEventType delete;

        Kind(String path, LogEventType update, LogEventType delete) {
            this.path = path;
            this.update = update;
            this.delete = delete;
        }

        private List<String> fields() {
            var every = List.of(CONTENT, "contentSecurityPolicySetting");
            return this == ERROR
                    ? every
                    : List.of(
                            CONTENT,
                            "contentSecurityPolicySetting",
                            "widgetVersion",
                            "widgetCustomizations");
        }
    }

    Stream<Route> routes() {
        var root = "/api/v1/brands/{brandId}/pages/" + kind.path;
        return Stream.of(
                Route.of("GET", root, this::root),
                Route.of("GET", root + "/default", call -> Answer.of(usual(call))),
                Route.of("GET", root + "/customized", call -> get(call, CUSTOMIZED)),
                Route.of("PUT", root + "/customized", call -> replace(call, CUSTOMIZED)),
                Route.of("DELETE", root + "/customized", call -> delete(call, CUSTOMIZED)),
                Route.of("GET", root + "/preview", call -> get(call, PREVIEW)),
                Route.of("PUT", root + "/preview", call -> replace(call, PREVIEW)),
                Route.of("DELETE", root + "/preview", call -> delete(call, PREVIEW)));
    }

    /// ASSUMPTION: a version that there is not is left out; of one that there is, the HTML alone is
    /// embedded, as the documents' schema says.
    private Answer root(Call call) {
        var root = Json.object();
        var embedded = root.putObject("_embedded");
        for (var version : call.query().get("expand").orElse("").split(",", -1)) {
            switch (version) {
                case "default" -> embedded.set("default", content(usual(call)));
                case CUSTOMIZED, PREVIEW ->
                        find(call, version).ifPresent(page -> embedded.set(version, content(page)));
                case "customizedUrl", "previewUrl" ->
                        embedded.put(version, call.base() + "/login/preview");
                default -> {}
            }
        }
        var self = call.base() + call.request().rawPath();
        BrandView.link(root.putObject("_links"), "self", self, "GET");
        return Answer.of(root);
    }

    private static ObjectNode content(ObjectNode page) {
        return Json.object().put(CONTENT, Json.text(page, CONTENT));
    }

    private ObjectNode usual(Call call) {
        Brands.find(store, call);
        var page =
                Json.object()
                        .put(
                                CONTENT,
                                "<html><body>Okta's %s page</body></html>".formatted(kind.path));
        if (kind == Kind.SIGN_IN) {
            page.put("widgetVersion", "^7").putObject("widgetCustomizations");
        }
        return page;
    }

    private Answer get(Call call, String version) {
        return Answer.of(shown(page(call, version)));
    }

    private static ObjectNode shown(ObjectNode page) {
        return Json.shown(page).without("id");
    }

    /// ASSUMPTION: the default brand takes no HTML (E0000213), and every other brand needs it.
    private Answer replace(Call call, String version) {
        var brand = Brands.find(store, call);
        var body = call.json();
        var isDefault = brand.path("isDefault").asBoolean(false);
        if (isDefault && body.has(CONTENT)) {
            throw OktaError.of(ErrorCode.E0000213);
        }
        if (!isDefault && Json.text(body, CONTENT).isBlank()) {
            throw OktaError.missing(CONTENT);
        }
        var page =
                Json.object()
                        .put("id", id(brand, version))
                        .put(Owned.OWNER, Json.text(brand, "id"));
        for (var field : kind.fields()) {
            if (body.has(field)) {
                page.set(field, body.path(field).deepCopy());
            }
        }
        store.kind(PAGE).put(page);
        admin.log(call, kind.update, Brands.party(brand));
        return Answer.of(shown(page));
    }

    private Answer delete(Call call, String version) {
        store.kind(PAGE).remove(Json.text(page(call, version), "id"));
        admin.log(call, kind.delete, Brands.party(Brands.find(store, call)));
        return Answer.noContent();
    }

    private Optional<ObjectNode> find(Call call, String version) {
        return store.kind(PAGE).find(id(Brands.find(store, call), version));
    }

    /// ASSUMPTION: what is not customized is not found.
    private ObjectNode page(Call call, String version) {
        return find(call, version).orElseThrow(() -> OktaError.notFound(version, "CustomPage"));
    }

    private String id(ObjectNode brand, String version) {
        return Json.text(brand, "id") + "/" + kind.path + "/" + version;
    }
}
