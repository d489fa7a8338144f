package dev.oktamcp.simulation;

/// The System Log event types that the simulation writes.
enum LogEventType {
    SESSION_START("user.session.start", "Sign-in to Okta"),
    SINGLE_SIGN_ON("user.authentication.sso", "Single sign-on to an app"),
    MULTIFACTOR("user.authentication.auth_via_mfa", "Sign-in with a further factor"),
    SIGN_ON_POLICY("policy.evaluate_sign_on", "Sign-on policy evaluated"),
    ACCOUNT_LOCK("user.account.lock", "Account locked"),
    PROFILE_UPDATE("user.account.update_profile", "User profile changed"),
    PASSWORD_RESET("user.account.reset_password", "Password reset by an administrator"),
    USER_CREATE("user.lifecycle.create", "User created"),
    USER_ACTIVATE("user.lifecycle.activate", "User activated"),
    USER_DEACTIVATE("user.lifecycle.deactivate", "User deactivated"),
    USER_SUSPEND("user.lifecycle.suspend", "User suspended"),
    USER_UNSUSPEND("user.lifecycle.unsuspend", "User unsuspended"),
    TOKEN_GRANT("app.oauth2.token.grant.access_token", "OAuth2 access token is granted"),
    MEMBER_ADD("group.user_membership.add", "User added to a group"),
    MEMBER_REMOVE("group.user_membership.remove", "User removed from a group");

    private final String id;
    private final String message;

    LogEventType(String id, String message) {
        this.id = id;
        this.message = message;
    }

    String id() {
        return id;
    }

    String message() {
        return message;
    }
}
