package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Brands. What belongs to one (theme, pages, emails) comes and goes with it.
record Brands(Store store, AdminActions admin) {

    static final String KIND = "Brand";
    static final String EMAIL_DOMAIN = "emailDomainId";

    private static final int MOST = 200;
    private static final PageSizes SIZES = new PageSizes(20, 20, 200);

    /// What a replacement that does not name it sets to nothing.
    private static final List<String> REPLACED =
            List.of("customPrivacyPolicyUrl", "locale", "defaultApp", EMAIL_DOMAIN);

    Stream<Route> routes() {
        var brand = "/api/v1/brands/{brandId}";
        return Stream.of(
                Route.of("GET", "/api/v1/brands", this::listBrands),
                Route.of("POST", "/api/v1/brands", this::createBrand),
                Route.of("GET", brand, call -> Answer.of(view(call).show(brand(call)))),
                Route.of("PUT", brand, this::replaceBrand),
                Route.of("DELETE", brand, this::deleteBrand),
                Route.of("GET", brand + "/domains", this::listBrandDomains));
    }

    private BrandView view(Call call) {
        return new BrandView(store, call);
    }

    private Answer listBrands(Call call) {
        var text = call.query().get("q").orElse("").toLowerCase(Locale.ROOT);
        var found =
                store.kind(KIND).all().stream()
                        .filter(brand -> name(brand).toLowerCase(Locale.ROOT).contains(text))
                        .toList();
        var page = Listing.byId(call.query(), store.kind(KIND), found, SIZES);
        var shown = page.items().stream().map(view(call)::show).toList();
        return Answer.of(Json.array(shown), page.links(call));
    }

    private Answer createBrand(Call call) {
        check(call.json(), "");
        if (store.kind(KIND).all().size() >= MOST) {
            throw OktaError.of(ErrorCode.E0000220);
        }
        var brand = create(store, call.key(), name(call.json()), false);
        admin.log(call, LogEventType.BRAND_CREATE, party(brand));
        return Answer.created(view(call).show(brand));
    }

    static ObjectNode create(Store store, String key, String name, boolean isDefault) {
        var brand =
                Json.object()
                        .put("id", store.ids().of("bnd", key))
                        .put("name", name)
                        .put("isDefault", isDefault)
                        .put("agreeToCustomPrivacyPolicy", false)
                        .put("removePoweredByOkta", false)
                        .putNull("customPrivacyPolicyUrl")
                        .put("locale", "en");
        brand.set("defaultApp", noApp());
        store.kind(KIND).put(brand);
        Themes.addTo(store, brand);
        EmailTemplates.addTo(store, brand);
        return brand;
    }

    private static ObjectNode noApp() {
        return Json.object()
                .putNull("appInstanceId")
                .putNull("appLinkName")
                .putNull("classicApplicationUri");
    }

    private Answer replaceBrand(Call call) {
        var brand = brand(call);
        var body = call.json();
        check(body, Json.text(brand, "id"));
        var domain = Json.text(body, EMAIL_DOMAIN);
        if (!domain.isEmpty()) {
            EmailDomains.find(store, domain);
        }
        fill(brand, body);
        admin.log(call, LogEventType.BRAND_UPDATE, party(brand));
        return Answer.of(view(call).show(brand));
    }

    private static void fill(ObjectNode brand, ObjectNode body) {
        brand.put("name", name(body));
        brand.put("removePoweredByOkta", body.path("removePoweredByOkta").asBoolean(false));
        brand.put("agreeToCustomPrivacyPolicy", agrees(body));
        brand.remove(EMAIL_DOMAIN);
        brand.putNull("customPrivacyPolicyUrl").putNull("locale").set("defaultApp", noApp());
        for (var field : REPLACED) {
            if (body.hasNonNull(field)) {
                brand.set(field, body.path(field).deepCopy());
            }
        }
    }

    private static boolean agrees(ObjectNode body) {
        return body.path("agreeToCustomPrivacyPolicy").asBoolean(false);
    }

    private void check(ObjectNode body, String ownId) {
        if (name(body).isBlank()) {
            throw OktaError.missing("name");
        }
        if (name(body).equals("DRAPP_DOMAIN_BRAND")) {
            throw OktaError.invalid("name", "name: The name is reserved");
        }
        for (var known : store.kind(KIND).with("name", name(body))) {
            if (!Json.text(known, "id").equals(ownId)) {
                throw OktaError.of(ErrorCode.E0000202);
            }
        }
        if (body.hasNonNull("customPrivacyPolicyUrl") && !agrees(body)) {
            throw OktaError.invalid(
                    "agreeToCustomPrivacyPolicy",
                    "agreeToCustomPrivacyPolicy: The custom privacy policy must be agreed to");
        }
    }

    private Answer deleteBrand(Call call) {
        var brand = brand(call);
        if (brand.path("isDefault").asBoolean(false)) {
            throw OktaError.of(ErrorCode.E0000200);
        }
        if (brand.has(EMAIL_DOMAIN) || !domains(store, brand).isEmpty()) {
            throw OktaError.of(ErrorCode.E0000201);
        }
        for (var template : Owned.of(store, EmailTemplates.KIND, brand)) {
            Owned.removeAll(store, Json.text(template, "id"));
        }
        Owned.removeAll(store, Json.text(brand, "id"));
        store.kind(KIND).remove(Json.text(brand, "id"));
        admin.log(call, LogEventType.BRAND_DELETE, party(brand));
        return Answer.noContent();
    }

    private Answer listBrandDomains(Call call) {
        var domains = domains(store, brand(call)).stream().map(Json::shown).toList();
        return Answer.of(Json.object().set("domains", Json.array(domains)));
    }

    static List<ObjectNode> domains(Store store, ObjectNode brand) {
        return store.kind(CustomDomains.KIND).with("brandId", Json.text(brand, "id"));
    }

    static ObjectNode ofDefault(Store store) {
        return store.kind(KIND).all().stream()
                .filter(brand -> brand.path("isDefault").asBoolean(false))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The default brand always is there"));
    }

    static Party party(ObjectNode brand) {
        return new Party(Json.text(brand, "id"), "Brand", "unknown", name(brand));
    }

    private static String name(ObjectNode brand) {
        return Json.text(brand, "name");
    }

    private ObjectNode brand(Call call) {
        return find(store, call);
    }

    static ObjectNode find(Store store, Call call) {
        return store.kind(KIND).get(call.value("brandId"));
    }
}
