package dev.oktamcp.toolset;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/// What a failed sign-in means, by the event that Okta wrote.
enum SignInProblem {
    WRONG_PASSWORD(
            "The password was wrong. If the person can't remember it, a reset helps; if the person"
                    + " did not try to sign in, somebody else did.",
            "reset_password"),
    FACTOR_FAILED(
            "A second factor was not passed: a wrong or late code, or none given. If the phone or"
                    + " key is lost, its factor has to be removed and set up again.",
            "list_user_factors"),
    PUSH_DENIED(
            "A push was answered with no. If that was not by mistake, somebody else knows the"
                    + " password.",
            "user_incident_summary"),
    DENIED_BY_POLICY(
            "A sign-on policy said no, by place, network zone, device, risk or group. Trying again"
                    + " changes nothing; look at the policies and zones named here.",
            null),
    APP_NOT_ASSIGNED(
            "The person tried to open an app that is not assigned. explain_access, with the app"
                    + " that the event names, says what would give it.",
            null),
    LOCKED("Too many wrong passwords locked the account, or it was locked already.", "unlock_user"),
    EXPIRED_PASSWORD("The password had expired.", "reset_password"),
    OTHER("Something else went wrong; by_reason has Okta's own words.", null);

    private static final String APP = "app.generic.unauth_app_access_attempt";

    private final String says;
    private final @Nullable String tool;

    SignInProblem(String says, @Nullable String tool) {
        this.says = says;
        this.tool = tool;
    }

    String says() {
        return says;
    }

    /// Null where no tool of ours ends it.
    @Nullable String tool() {
        return tool;
    }

    /// @param event as Okta wrote it
    static SignInProblem of(JsonNode event) {
        var reason = event.at("/outcome/reason").asString("");
        return switch (event.path("eventType").asString("")) {
            case "user.mfa.okta_verify.deny_push" -> PUSH_DENIED;
            case SignIns.FACTOR, "user.authentication.verify" ->
                    isPassword(event) ? byReason(reason) : FACTOR_FAILED;
            case "policy.evaluate_sign_on", "application.policy.sign_on.deny_access" ->
                    DENIED_BY_POLICY;
            case APP -> APP_NOT_ASSIGNED;
            case "user.account.lock" -> LOCKED;
            default -> byReason(reason);
        };
    }

    /// For Identity Engine the password is one authenticator among others, and so is what it writes
    /// when it was wrong.
    private static boolean isPassword(JsonNode event) {
        var factor = event.at("/debugContext/debugData/factor").asString("");
        return factor.equalsIgnoreCase("PASSWORD_AS_FACTOR")
                || event.path("target").valueStream().anyMatch(SignInProblem::isPasswordEnrollment);
    }

    private static boolean isPasswordEnrollment(JsonNode target) {
        return target.path("type").asString("").equals("AuthenticatorEnrollment")
                && target.path("displayName").asString("").equals("Password");
    }

    /// Okta's reasons are codes for what it decides itself, and sentences for the rest.
    private static SignInProblem byReason(String reason) {
        return switch (reason) {
            case "INVALID_CREDENTIALS" -> WRONG_PASSWORD;
            case "LOCKED_OUT" -> LOCKED;
            case "PASSWORD_EXPIRED" -> EXPIRED_PASSWORD;
            default -> OTHER;
        };
    }

    /// The types of events to read, beside those of every sign-in.
    static String alsoOf() {
        return LogFilter.is("eventType", APP);
    }
}
