package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Custom domains. DNS is not looked at: every record is there, but for names below `.invalid`.
record CustomDomains(Store store, AdminActions admin) {

    static final String KIND = "Domain";

    private static final Set<String> SOURCES = Set.of("MANUAL", "OKTA_MANAGED");

    Stream<Route> routes() {
        var domain = "/api/v1/domains/{domainId}";
        return Stream.of(
                Route.of("GET", "/api/v1/domains", this::listCustomDomains),
                Route.of("POST", "/api/v1/domains", this::createCustomDomain),
                Route.of("GET", domain, call -> Answer.of(Json.shown(domain(call)))),
                Route.of("PUT", domain, this::replaceCustomDomain),
                Route.of("DELETE", domain, this::deleteCustomDomain),
                Route.of("PUT", domain + "/certificate", this::upsertCertificate),
                Route.of("POST", domain + "/verify", this::verifyDomain));
    }

    /// Only those that are verified, as the documents say.
    private Answer listCustomDomains(Call call) {
        var verified =
                store.kind(KIND).all().stream()
                        .filter(CustomDomains::isVerified)
                        .map(Json::shown)
                        .toList();
        return Answer.of(Json.object().set("domains", Json.array(verified)), call.self());
    }

    private static boolean isVerified(ObjectNode domain) {
        return Set.of("VERIFIED", "COMPLETED").contains(Json.text(domain, "validationStatus"));
    }

    private Answer createCustomDomain(Call call) {
        var body = call.json();
        var name = Json.text(body, "domain");
        if (!name.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")) {
            throw OktaError.invalid("domain", "domain: The domain is not valid");
        }
        if (!SOURCES.contains(Json.text(body, "certificateSourceType"))) {
            throw OktaError.missing("certificateSourceType");
        }
        if (!store.kind(KIND).with("domain", name).isEmpty()) {
            throw OktaError.of(ErrorCode.E0000161);
        }
        var domain = create(store, name, Json.text(body, "certificateSourceType"));
        admin.log(call, LogEventType.DOMAIN_INITIATE, party(domain));
        return Answer.of(Json.shown(domain));
    }

    /// ASSUMPTION: a new domain belongs to the default brand.
    static ObjectNode create(Store store, String name, String source) {
        var domain =
                Json.object()
                        .put("id", store.ids().of("OcD", name))
                        .put("domain", name)
                        .put("brandId", Json.text(Brands.ofDefault(store), "id"))
                        .put("certificateSourceType", source)
                        .put("validationStatus", "NOT_STARTED");
        var records = domain.putArray("dnsRecords");
        records.addObject()
                .put("fqdn", "_oktaverification." + name)
                .put("recordType", "TXT")
                .put("expiration", store.now())
                .set("values", Json.texts(store.ids().of("txt", name)));
        records.addObject()
                .put("fqdn", name)
                .put("recordType", "CNAME")
                .set("values", Json.texts("example.customdomains.okta.com"));
        store.kind(KIND).put(domain);
        return domain;
    }

    private Answer replaceCustomDomain(Call call) {
        var domain = domain(call);
        var brand = store.kind(Brands.KIND).get(Json.text(call.json(), "brandId"));
        domain.put("brandId", Json.text(brand, "id"));
        return changed(call, domain, LogEventType.DOMAIN_UPDATE);
    }

    private Answer deleteCustomDomain(Call call) {
        var domain = domain(call);
        store.kind(KIND).remove(Json.text(domain, "id"));
        admin.log(call, LogEventType.DOMAIN_DELETE, party(domain));
        return Answer.noContent();
    }

    private Answer verifyDomain(Call call) {
        var domain = domain(call);
        if (Json.text(domain, "domain").endsWith(".invalid")) {
            return changed(call, domain, LogEventType.DOMAIN_VERIFY);
        }
        domain.put("validationStatus", "VERIFIED");
        if (Json.text(domain, "certificateSourceType").equals("OKTA_MANAGED")) {
            complete(domain);
        }
        return changed(call, domain, LogEventType.DOMAIN_VERIFY);
    }

    /// The private key is looked at and forgotten.
    private Answer upsertCertificate(Call call) {
        var domain = domain(call);
        if (!isVerified(domain)) {
            throw OktaError.of(ErrorCode.E0000165);
        }
        var body = call.json();
        for (var field : List.of("certificate", "certificateChain", "privateKey")) {
            if (!Json.text(body, field).startsWith("-----BEGIN ")) {
                throw OktaError.invalid(field, field + ": The value is not PEM");
            }
        }
        complete(domain.put("certificateSourceType", "MANUAL"));
        admin.log(call, LogEventType.DOMAIN_CERTIFICATE, party(domain));
        return Answer.noContent();
    }

    private static void complete(ObjectNode domain) {
        domain.put("validationStatus", "COMPLETED");
        domain.putObject("publicCertificate")
                .put("subject", "CN=" + Json.text(domain, "domain"))
                .put("fingerprint", "73:68:82:7B")
                .put("expiration", "2030-01-01T00:00:00.000Z");
    }

    private Answer changed(Call call, ObjectNode domain, LogEventType event) {
        admin.log(call, event, party(domain));
        return Answer.of(Json.shown(domain));
    }

    private static Party party(ObjectNode domain) {
        var name = Json.text(domain, "domain");
        return new Party(Json.text(domain, "id"), "CustomDomain", "unknown", name);
    }

    private ObjectNode domain(Call call) {
        return store.kind(KIND)
                .find(call.value("domainId"))
                .orElseThrow(() -> OktaError.of(ErrorCode.E0000163));
    }
}
