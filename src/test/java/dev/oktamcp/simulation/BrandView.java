package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.Set;

/// How the API shows brands: with links, and with what `expand` asks for.
record BrandView(Store store, Call call) {

    ObjectNode show(ObjectNode brand) {
        var shown = Json.shown(brand);
        embed(brand, shown);
        var links = shown.putObject("_links");
        var address = call.base() + "/api/v1/brands/" + Json.text(brand, "id");
        link(links, "self", address, "GET", "PUT", "DELETE");
        link(links, "themes", address + "/themes", "GET");
        if (brand.has(Brands.EMAIL_DOMAIN)) {
            var domain = Json.text(brand, Brands.EMAIL_DOMAIN);
            link(links, "emailDomain", call.base() + "/api/v1/email-domains/" + domain, "GET");
        }
        return shown;
    }

    private void embed(ObjectNode brand, ObjectNode shown) {
        var expand = Set.of(call.query().get("expand").orElse("").split(",", -1));
        if (expand.contains("themes")) {
            var themes = Owned.of(store, Themes.KIND, brand).stream().map(Json::shown).toList();
            shown.withObject("/_embedded").set("themes", Json.array(themes));
        }
        if (expand.contains("domains")) {
            var domains = Brands.domains(store, brand).stream().map(Json::shown).toList();
            shown.withObject("/_embedded").set("domains", Json.array(domains));
        }
        if (expand.contains("emailDomain") && brand.has(Brands.EMAIL_DOMAIN)) {
            var domain = EmailDomains.find(store, Json.text(brand, Brands.EMAIL_DOMAIN));
            shown.withObject("/_embedded").set("emailDomain", Json.shown(domain));
        }
    }

    static void link(ObjectNode links, String name, String href, String... methods) {
        var link = links.putObject(name).put("href", href);
        link.putObject("hints").set("allow", Json.texts(methods));
    }
}
