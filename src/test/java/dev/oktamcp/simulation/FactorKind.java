package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The kinds of factors that can be enrolled through the API.
///
/// ASSUMPTION: kinds that need an answer of the person's own device at enrolment (U2F, hardware
/// tokens) are left out, and a push waits for its passcode like the others.
enum FactorKind {
    QUESTION("question", "OKTA", "ufs", true),
    SMS("sms", "OKTA", "mbl", false),
    CALL("call", "OKTA", "clf", false),
    EMAIL("email", "OKTA", "emf", false),
    PUSH("push", "OKTA", "opf", false),
    TOTP("token:software:totp", "OKTA", "ost", false),
    GOOGLE("token:software:totp", "GOOGLE", "uft", false),
    WEBAUTHN("webauthn", "FIDO", "fwf", false);

    private final String type;
    private final String provider;
    private final String prefix;
    private final boolean activeAtOnce;

    FactorKind(String type, String provider, String prefix, boolean activeAtOnce) {
        this.type = type;
        this.provider = provider;
        this.prefix = prefix;
        this.activeAtOnce = activeAtOnce;
    }

    static FactorKind of(JsonNode factor) {
        for (var kind : values()) {
            if (kind.type.equals(Json.text(factor, "factorType"))
                    && kind.provider.equals(Json.text(factor, "provider"))) {
                return kind;
            }
        }
        throw OktaError.invalid(
                "factorType", "factorType: This factor cannot be enrolled with this provider");
    }

    /// @param key what the factor's id follows from
    ObjectNode document(Store store, String key) {
        return Json.object()
                .put("id", store.ids().of(prefix, key))
                .put("factorType", type)
                .put("provider", provider)
                .put("vendorName", provider);
    }

    boolean isActiveAtOnce() {
        return activeAtOnce;
    }
}
