package dev.oktamcp.simulation;

/// The types of policies, and what Okta lets be made of each.
enum PolicyType {
    OKTA_SIGN_ON(true, true),
    PASSWORD(true, true),
    MFA_ENROLL(true, true),
    ACCESS_POLICY(true, true),
    PROFILE_ENROLLMENT(true, false),
    DEVICE_SIGNAL_COLLECTION(true, true),
    IDP_DISCOVERY(false, true),
    POST_AUTH_SESSION(false, false),
    ENTITY_RISK(false, true),
    SESSION_VIOLATION_DETECTION(false, true),
    CLIENT_UPDATE(false, false),
    IDENTITY_CLAIM_SOURCING(false, false);

    /// The last rule of an access policy, which catches whom no other rule did.
    private static final int CATCH_ALL = 99;

    private final boolean policies;
    private final boolean rules;

    PolicyType(boolean policies, boolean rules) {
        this.policies = policies;
        this.rules = rules;
    }

    static PolicyType of(String name) {
        for (var type : values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        throw OktaError.invalid("type", "type: The policy type is unknown");
    }

    boolean takesPolicies() {
        return policies;
    }

    boolean takesRules() {
        return rules;
    }

    String ruleType() {
        return this == OKTA_SIGN_ON ? "SIGN_ON" : name();
    }

    int firstRule() {
        return this == ACCESS_POLICY ? 0 : 1;
    }

    /// @param others how many rules come before the system's
    int systemRule(int others) {
        return this == ACCESS_POLICY ? CATCH_ALL : firstRule() + others;
    }
}
