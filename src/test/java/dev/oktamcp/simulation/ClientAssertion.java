package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Recognizes a client by the assertion it signed.
///
/// ASSUMPTION: the order of the checks, the exact words, and those for an app that is deactivated;
/// the error code and the facts that are checked are documented.
record ClientAssertion(OAuthState state, String endpoint) {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    ServiceApp client(Query form, boolean hasOtherCredentials) {
        var assertion = form.get("client_assertion").orElse("");
        if (assertion.isEmpty()) {
            throw OAuthError.invalidClient(
                    hasOtherCredentials || form.get("client_secret").isPresent()
                            ? "Client Credentials requests to the Org Authorization Server must use"
                                    + " the private_key_jwt token_endpoint_auth_method."
                            : "No client credentials found.");
        }
        if (!form.get("client_assertion_type").orElse("").equals(TYPE)) {
            throw OAuthError.invalidClient("The client_assertion_type is invalid.");
        }
        return client(
                Jws.parse(assertion)
                        .orElseThrow(() ->
                                OAuthError.invalidClient("The client_assertion is not a JWT.")));
    }

    private ServiceApp client(Jws assertion) {
        var issuer = Json.text(assertion.claims(), "iss");
        var app =
                state.app(issuer)
                        .orElseThrow(() ->
                                OAuthError.invalidClient(
                                        "The issuer of the client_assertion is not a valid"
                                                + " client_id."));
        refuseUnless(app.active(), "Invalid value for 'client_id' parameter.");
        refuseUnless(
                issuer.equals(Json.text(assertion.claims(), "sub")),
                "The issuer and the subject of the client_assertion must be the client_id.");
        refuseUnless(
                assertion.hasKnownAlgorithm(),
                "The client_assertion signature algorithm is invalid.");
        checkSignature(assertion, app);
        checkClaims(assertion.claims());
        return app;
    }

    private static void checkSignature(Jws assertion, ServiceApp app) {
        var kid = Json.text(assertion.header(), "kid");
        var keys =
                Jwk.all(app.publicKeys()).stream()
                        .filter(key -> kid.isEmpty() || key.id().isEmpty() || key.id().equals(kid))
                        .toList();
        refuseUnless(keys.size() == 1, "The kid of the client_assertion is invalid.");
        refuseUnless(
                keys.stream().anyMatch(key -> assertion.isSignedBy(key.key())),
                "The client_assertion signature is invalid.");
    }

    private void checkClaims(JsonNode claims) {
        refuseUnless(
                isForUs(claims.path("aud")),
                "The audience claim for client_assertion must be the endpoint invoked for the"
                        + " request.");
        checkTimes(claims);
        var id = Json.text(claims, "jti");
        refuseUnless(
                id.isEmpty() || state.use("assertion", id),
                "The client_assertion token has already been used.");
    }

    private void checkTimes(JsonNode claims) {
        refuseUnless(
                claims.path("exp").isNumber(),
                "The client_assertion must contain the 'exp' claim.");
        var expires = Instant.ofEpochSecond(claims.path("exp").asLong());
        refuseUnless(expires.isAfter(state.now()), "The client_assertion token is expired.");
        refuseUnless(
                !expires.isAfter(state.now().plus(LONGEST)),
                "The client_assertion token has an expiration too far into the future.");
        refuseUnless(
                !Instant.ofEpochSecond(claims.path("iat").asLong(0)).isAfter(state.now()),
                "The client_assertion token was issued in the future.");
    }

    private boolean isForUs(JsonNode audience) {
        for (var one : audience.isArray() ? audience : Json.array(List.of(audience))) {
            if (one.asString("").equals(endpoint)) {
                return true;
            }
        }
        return false;
    }

    private static void refuseUnless(boolean condition, String description) {
        if (!condition) {
            throw OAuthError.invalidClient(description);
        }
    }
}
