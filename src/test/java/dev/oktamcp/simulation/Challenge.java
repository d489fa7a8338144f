package dev.oktamcp.simulation;

import java.util.Locale;

/// Writes `WWW-Authenticate` as Okta does.
///
/// ASSUMPTION: every error has the parameters that are known of `insufficient_scope`, and the
/// scheme of the request.
record Challenge(Incoming request, String base) {

    OAuthError invalidToken(String description) {
        return refusal(401, "", "invalid_token", description);
    }

    OAuthError invalidRequest(String description) {
        return refusal(400, "", "invalid_request", description);
    }

    OAuthError invalidProof(String description) {
        return refusal(400, "", "invalid_dpop_proof", description);
    }

    OAuthError insufficientScope(String scope) {
        return refusal(
                403,
                " scope=\"" + scope + "\",",
                "insufficient_scope",
                "The access token provided does not contain the required scopes.");
    }

    private OAuthError refusal(int status, String scope, String error, String description) {
        var challenge =
                String.format(
                        Locale.ROOT,
                        "%s authorization_uri=\"%s/oauth2/v1/authorize\", realm=\"%s\",%s"
                                + " error=\"%s\", error_description=\"%s\", resource=\"%s\"",
                        request.isDpop() ? "DPoP" : "Bearer",
                        base,
                        base,
                        scope,
                        error,
                        description,
                        request.rawPath());
        return OAuthError.ofResource(status, challenge, description);
    }
}
