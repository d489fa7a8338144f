package dev.oktamcp.confirmation;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Calls about emails and their senders.
final class EmailArrangements {

    private static final String TEMPLATE =
            "/api/v1/brands/{brand_id}/templates/email/{template_name}";
    private static final String CUSTOMIZATIONS = TEMPLATE + "/customizations";
    private static final String DOMAINS = "/api/v1/email-domains";
    private static final String DOMAIN = DOMAINS + "/{email_domain_id}";
    private static final String BODY = "<p>Hello: ${activationLink}</p>";

    private EmailArrangements() {}

    static Stream<Arrangement> all() {
        return Stream.of(templates(), customizations(), domains()).flatMap(area -> area);
    }

    private static Map<String, Object> template(OrgContent org, Map<String, Object> more) {
        var arguments = new HashMap<>(more);
        arguments.put("brand_id", org.brand());
        arguments.put("template_name", "UserActivation");
        return arguments;
    }

    private static Stream<Arrangement> templates() {
        return Stream.of(
                Arrangement.of(
                        "replace_email_settings",
                        org -> template(org, Map.of("recipients", "ADMINS_ONLY")),
                        "PUT " + TEMPLATE + "/settings"),
                Arrangement.of(
                        "send_test_email",
                        org -> template(org, Map.of()),
                        "POST " + TEMPLATE + "/test"));
    }

    private static Stream<Arrangement> customizations() {
        var one = CUSTOMIZATIONS + "/{customization_id}";
        return Stream.of(
                Arrangement.of(
                        "create_email_customization",
                        org -> template(org, written("en")),
                        "POST " + CUSTOMIZATIONS),
                Arrangement.of(
                        "replace_email_customization",
                        org -> customized(org, Map.of("subject", "Changed")),
                        "PUT " + one),
                Arrangement.of(
                        "delete_email_customization",
                        org -> customized(org, Map.of()),
                        "DELETE " + one),
                Arrangement.of(
                        "delete_all_email_customizations",
                        org -> {
                            var arguments = customized(org, Map.of());
                            arguments.remove("customization_id");
                            return arguments;
                        },
                        "DELETE " + CUSTOMIZATIONS));
    }

    private static Map<String, Object> written(String language) {
        return Map.of("language", language, "subject", "In " + language, "body", BODY);
    }

    /// With a second one, for the first is the default and stays.
    private static Map<String, Object> customized(OrgContent org, Map<String, Object> more) {
        var arguments = template(org, more);
        var path = CUSTOMIZATIONS;
        for (var argument : arguments.entrySet()) {
            path = path.replace("{" + argument.getKey() + "}", argument.getValue().toString());
        }
        org.add(path, written("en"));
        arguments.put("customization_id", org.add(path, written("fr")));
        return arguments;
    }

    private static Stream<Arrangement> domains() {
        return Stream.of(
                Arrangement.of(
                        "create_email_domain",
                        org ->
                                Map.of(
                                        "brand_id",
                                        org.brand(),
                                        "domain",
                                        OrgContent.name() + ".example.com",
                                        "display_name",
                                        "Acme",
                                        "user_name",
                                        "noreply"),
                        "POST " + DOMAINS),
                Arrangement.of(
                        "replace_email_domain",
                        org -> Map.of("email_domain_id", domain(org), "display_name", "Acme IT"),
                        "PUT " + DOMAIN),
                Arrangement.of(
                        "verify_email_domain",
                        org -> Map.of("email_domain_id", domain(org)),
                        "POST " + DOMAIN + "/verify"),
                Arrangement.of(
                        "delete_email_domain",
                        org -> Map.of("email_domain_id", domain(org)),
                        "DELETE " + DOMAIN));
    }

    private static String domain(OrgContent org) {
        return org.add(
                DOMAINS,
                Map.of(
                        "brandId",
                        org.brand(),
                        "domain",
                        OrgContent.name() + ".example.com",
                        "displayName",
                        "Acme",
                        "userName",
                        "noreply"));
    }
}
