package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;

/// Which status a new user begins with.
final class NewUserStatus {

    private NewUserStatus() {}

    static UserStatus of(Call call, JsonNode body) {
        var credentials = body.path("credentials");
        var activate = call.asks("activate", true);
        var provider = Json.text(credentials.path("provider"), "type");
        if (provider.equals("FEDERATION") || provider.equals("SOCIAL")) {
            return activate ? UserStatus.ACTIVE : UserStatus.STAGED;
        }
        var hasPassword = !credentials.path("password").isEmpty();
        if (call.query().get("nextLogin").orElse("").equals("changePassword")) {
            refuseUnless(hasPassword, ErrorCode.E0000124);
            refuseUnless(activate, ErrorCode.E0000125);
            return UserStatus.PASSWORD_EXPIRED;
        }
        if (!activate) {
            return UserStatus.STAGED;
        }
        return hasPassword ? UserStatus.ACTIVE : UserStatus.PROVISIONED;
    }

    private static void refuseUnless(boolean condition, ErrorCode code) {
        if (!condition) {
            throw OktaError.of(code);
        }
    }
}
