package dev.oktamcp.toolset;

/// Okta's types of policies.
enum PolicyType {
    ACCESS_POLICY,
    OKTA_SIGN_ON,
    PASSWORD,
    MFA_ENROLL,
    PROFILE_ENROLLMENT,
    IDP_DISCOVERY,
    POST_AUTH_SESSION,
    ENTITY_RISK,
    DEVICE_SIGNAL_COLLECTION,
    SESSION_VIOLATION_DETECTION,
    CLIENT_UPDATE,
    IDENTITY_CLAIM_SOURCING;

    /// Those of which an org can have more than the one that Okta made (the mapping of
    /// `CreateOrUpdatePolicy` in Okta's documents).
    enum Creatable {
        ACCESS_POLICY,
        OKTA_SIGN_ON,
        PASSWORD,
        MFA_ENROLL,
        PROFILE_ENROLLMENT,
        DEVICE_SIGNAL_COLLECTION
    }

    /// Whether its policies take rules beside the one that Okta made.
    static boolean takesRules(String type) {
        return switch (type) {
            case "PROFILE_ENROLLMENT",
                    "POST_AUTH_SESSION",
                    "CLIENT_UPDATE",
                    "IDENTITY_CLAIM_SOURCING" ->
                    false;
            default -> true;
        };
    }

    /// The type of the rules of a policy.
    static String ofRules(String type) {
        return type.equals("OKTA_SIGN_ON") ? "SIGN_ON" : type;
    }
}
