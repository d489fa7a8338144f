package dev.oktamcp.confirmation;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Calls about brands, their themes, and custom domains.
final class BrandArrangements {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final String BRAND = "/api/v1/brands/{brand_id}";
    private static final String THEME = BRAND + "/themes/{theme_id}";
    private static final String DOMAIN = "/api/v1/domains/{domain_id}";
    private static final String PEM = "-----BEGIN CERTIFICATE-----\nAAAA";

    private BrandArrangements() {}

    static Stream<Arrangement> all() {
        return Stream.of(brands(), themes(), images(), domains()).flatMap(area -> area);
    }

    private static Stream<Arrangement> brands() {
        return Stream.of(
                Arrangement.of(
                        "create_brand",
                        _ -> Map.of("name", OrgContent.name()),
                        "POST /api/v1/brands"),
                Arrangement.of(
                        "replace_brand",
                        org -> Map.of("brand_id", org.brand(), "locale", "de"),
                        "PUT " + BRAND),
                Arrangement.of(
                        "delete_brand", org -> Map.of("brand_id", org.brand()), "DELETE " + BRAND));
    }

    private static Stream<Arrangement> themes() {
        return Stream.of(
                Arrangement.of(
                        "replace_brand_theme",
                        org -> theme(org, Map.of("primary_color_hex", "#aa0000")),
                        "PUT " + THEME));
    }

    private static Map<String, Object> theme(OrgContent org, Map<String, Object> more) {
        var brand = org.brand();
        var theme = org.get("/api/v1/brands/" + brand + "/themes").at("/0/id").stringValue();
        var arguments = new HashMap<>(more);
        arguments.put("brand_id", brand);
        arguments.put("theme_id", theme);
        return arguments;
    }

    private static Stream<Arrangement> images() {
        var file = Map.<String, Object>of("file", Base64.getEncoder().encodeToString(PNG));
        return Stream.of("logo", "favicon", "background_image")
                .flatMap(image -> {
                    var path = THEME + "/" + image.replace('_', '-');
                    return Stream.of(
                            Arrangement.of(
                                    "upload_brand_theme_" + image,
                                    org -> theme(org, file),
                                    "POST " + path),
                            Arrangement.of(
                                    "delete_brand_theme_" + image,
                                    org -> theme(org, Map.of()),
                                    "DELETE " + path));
                });
    }

    private static Stream<Arrangement> domains() {
        return Stream.of(
                Arrangement.of(
                        "create_custom_domain",
                        _ ->
                                Map.of(
                                        "domain",
                                        OrgContent.name() + ".example.com",
                                        "certificate_source_type",
                                        "MANUAL"),
                        "POST /api/v1/domains"),
                Arrangement.of(
                        "replace_custom_domain",
                        org -> Map.of("domain_id", domain(org), "brand_id", org.brand()),
                        "PUT " + DOMAIN),
                Arrangement.of(
                        "verify_custom_domain",
                        org -> Map.of("domain_id", domain(org)),
                        "POST " + DOMAIN + "/verify"),
                Arrangement.of(
                        "upsert_custom_domain_certificate",
                        BrandArrangements::certificate,
                        "PUT " + DOMAIN + "/certificate"),
                Arrangement.of(
                        "delete_custom_domain",
                        org -> Map.of("domain_id", domain(org)),
                        "DELETE " + DOMAIN));
    }

    private static String domain(OrgContent org) {
        var name = OrgContent.name() + ".example.com";
        return org.add(
                "/api/v1/domains", Map.of("domain", name, "certificateSourceType", "MANUAL"));
    }

    private static Map<String, Object> certificate(OrgContent org) {
        var domain = domain(org);
        org.post("/api/v1/domains/" + domain + "/verify");
        return Map.of(
                "domain_id", domain,
                "certificate", PEM,
                "certificate_chain", PEM,
                "private_key", "-----BEGIN PRIVATE KEY-----\nAAAA");
    }
}
