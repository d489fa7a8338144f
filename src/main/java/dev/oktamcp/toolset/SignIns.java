package dev.oktamcp.toolset;

import java.util.List;

/// What Okta writes when somebody tries to sign in: to Okta, by a factor or another identity
/// provider, to an app.
final class SignIns {

    static final String SESSION = "user.session.start";
    static final String TO_APP = "user.authentication.sso";

    /// A factor was asked for; on Identity Engine the password too.
    static final String FACTOR = "user.authentication.auth_via_mfa";

    static final List<String> TYPES =
            List.of(
                    SESSION,
                    "user.authentication.auth",
                    "user.authentication.auth_",
                    "user.authentication.authenticate",
                    TO_APP,
                    "user.authentication.verify",
                    "user.account.lock",
                    "user.mfa.okta_verify.deny_push",
                    "policy.evaluate_sign_on",
                    "application.policy.sign_on.deny_access");

    static final String FAILED =
            LogFilter.any(
                    List.of(
                            LogFilter.is("outcome.result", "FAILURE"),
                            LogFilter.is("outcome.result", "DENY")));

    private SignIns() {}
}
