package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.stream.Stream;

/// Email domains. DNS is not looked at: every record is there, but for names below `.invalid`.
record EmailDomains(Store store, AdminActions admin) {

    private static final String KIND = "EmailDomain";
    private static final String PATH = "/api/v1/email-domains";

    Stream<Route> routes() {
        var domain = PATH + "/{emailDomainId}";
        return Stream.of(
                        Route.of("GET", PATH, this::listEmailDomains),
                        Route.of("POST", PATH, this::createEmailDomain),
                        Route.of("GET", domain, call -> Answer.of(shown(call, domain(call)))),
                        Route.of("PUT", domain, this::replaceEmailDomain),
                        Route.of("DELETE", domain, this::deleteEmailDomain),
                        Route.of("POST", domain + "/verify", this::verifyEmailDomain))
                .map(route -> route.of("emailDomains"));
    }

    private Answer listEmailDomains(Call call) {
        var domains = store.kind(KIND).all().stream().map(each -> shown(call, each)).toList();
        return Answer.of(Json.array(domains), call.self());
    }

    private ObjectNode shown(Call call, ObjectNode domain) {
        var shown = Json.shown(domain);
        if (call.query().get("expand").orElse("").equals("brands")) {
            var view = new BrandView(store, call);
            var brands = brands(domain).stream().map(view::show).toList();
            shown.withObject("/_embedded").set("brands", Json.array(brands));
        }
        return shown;
    }

    private List<ObjectNode> brands(ObjectNode domain) {
        return store.kind(Brands.KIND).with(Brands.EMAIL_DOMAIN, Json.text(domain, "id"));
    }

    private Answer createEmailDomain(Call call) {
        var body = call.json();
        for (var field : List.of("domain", "displayName", "userName")) {
            if (Json.text(body, field).isBlank()) {
                throw OktaError.missing(field);
            }
        }
        var name = Json.text(body, "domain");
        if (!store.kind(KIND).with("domain", name).isEmpty()) {
            throw OktaError.of(ErrorCode.E0000197);
        }
        var brand = store.kind(Brands.KIND).get(Json.text(body, "brandId"));
        var domain = create(store, name, body);
        brand.put(Brands.EMAIL_DOMAIN, Json.text(domain, "id"));
        return changed(call, domain, LogEventType.EMAIL_DOMAIN_CREATE);
    }

    static ObjectNode create(Store store, String name, ObjectNode body) {
        var subdomain = Json.text(body, "validationSubdomain");
        var mail = subdomain.isEmpty() ? "mail" : subdomain;
        var domain =
                Json.object()
                        .put("id", store.ids().of("OeD", name))
                        .put("validationStatus", "NOT_STARTED")
                        .put("displayName", Json.text(body, "displayName"))
                        .put("userName", Json.text(body, "userName"))
                        .put("domain", name)
                        .put("validationSubdomain", mail);
        var records = domain.putArray("dnsValidationRecords");
        records.addObject()
                .put("recordType", "TXT")
                .put("fqdn", "_oktaverification." + name)
                .put("verificationValue", store.ids().of("txt", name));
        records.addObject()
                .put("recordType", "CNAME")
                .put("fqdn", mail + "." + name)
                .put("verificationValue", "u22224444.wl024.sendgrid.net");
        store.kind(KIND).put(domain);
        return domain;
    }

    private Answer replaceEmailDomain(Call call) {
        var domain = domain(call);
        for (var field : List.of("displayName", "userName")) {
            if (Json.text(call.json(), field).isBlank()) {
                throw OktaError.missing(field);
            }
            domain.put(field, Json.text(call.json(), field));
        }
        return changed(call, domain, LogEventType.EMAIL_DOMAIN_UPDATE);
    }

    /// ASSUMPTION: brands that used it use none afterwards.
    private Answer deleteEmailDomain(Call call) {
        var domain = domain(call);
        brands(domain).forEach(brand -> brand.remove(Brands.EMAIL_DOMAIN));
        store.kind(KIND).remove(Json.text(domain, "id"));
        admin.log(call, LogEventType.EMAIL_DOMAIN_DELETE, party(domain));
        return Answer.noContent();
    }

    private Answer verifyEmailDomain(Call call) {
        var domain = domain(call);
        if (Json.text(domain, "validationStatus").equals("VERIFIED")) {
            throw OktaError.of(ErrorCode.E0000217);
        }
        if (Json.text(domain, "domain").endsWith(".invalid")) {
            throw OktaError.of(ErrorCode.E0000218);
        }
        domain.put("validationStatus", "VERIFIED");
        return changed(call, domain, LogEventType.EMAIL_DOMAIN_VERIFY);
    }

    private Answer changed(Call call, ObjectNode domain, LogEventType event) {
        admin.log(call, event, party(domain));
        return Answer.of(shown(call, domain));
    }

    private static Party party(ObjectNode domain) {
        var name = Json.text(domain, "domain");
        return new Party(Json.text(domain, "id"), "EmailDomain", "unknown", name);
    }

    private ObjectNode domain(Call call) {
        return find(store, call.value("emailDomainId"));
    }

    static ObjectNode find(Store store, String id) {
        return store.kind(KIND).find(id).orElseThrow(() -> OktaError.of(ErrorCode.E0000198));
    }
}
