package dev.oktamcp.toolset;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.stream.Collectors;

/// Why a brand can't be deleted yet.
final class BrandInUse {

    private BrandInUse() {}

    /// @param brand with its domains embedded
    static void check(ObjectNode brand) {
        var name = brand.path("name").asString("");
        if (brand.path("isDefault").asBoolean(false)) {
            throw Refusal.nothingChanged(
                    "%s is the org's default brand, which can't be deleted.".formatted(name));
        }
        var domains = brand.path("_embedded").path("domains");
        if (!domains.isEmpty()) {
            throw Refusal.nothingChanged(
                    "brand %s has the custom domains %s. Move them to another brand by replace_custom_domain, or delete them by delete_custom_domain, first."
                            .formatted(name, names(domains)));
        }
        if (brand.hasNonNull("emailDomainId")) {
            throw Refusal.nothingChanged(
                    "brand %s sends from the email domain %s. Take it out by replace_brand with an empty email_domain_id, or delete it by delete_email_domain, first."
                            .formatted(name, brand.path("emailDomainId").asString("")));
        }
    }

    private static String names(JsonNode domains) {
        return domains.values().stream()
                .map(each ->
                        "%s (%s)"
                                .formatted(
                                        each.path("domain").asString(""),
                                        each.path("id").asString("")))
                .collect(Collectors.joining(", "));
    }
}
