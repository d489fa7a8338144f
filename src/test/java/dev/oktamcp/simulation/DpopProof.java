package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/// Checks a DPoP proof (RFC 9449) and tells the thumbprint of the key behind it.
///
/// ASSUMPTION: the order of the checks and the exact words, and that `iat` may be at most a minute
/// ahead; what is checked and the five minutes are documented.
///
/// @param url where the proof is meant for, without query
/// @param refusal how the endpoint refuses, given a description
record DpopProof(
        OAuthState state, String method, String url, Function<String, OAuthError> refusal) {

    private static final Duration OLDEST = Duration.ofMinutes(5);
    private static final Duration SKEW = Duration.ofMinutes(1);

    Checked check(String header) {
        refuseUnless(!header.contains(","), "Multiple DPoP proof JWT headers are present.");
        var proof =
                Jws.parse(header)
                        .orElseThrow(() ->
                                refusal.apply("The DPoP proof JWT header could not be parsed."));
        refuseUnless(
                Json.text(proof.header(), "typ").equals("dpop+jwt"),
                "The DPoP proof JWT header must have a 'typ' of 'dpop+jwt'.");
        refuseUnless(proof.hasKnownAlgorithm(), "The DPoP proof JWT header 'alg' is invalid.");
        var key =
                Jwk.parse(proof.header().path("jwk"))
                        .filter(found -> !found.isPrivate() && proof.isSignedBy(found.key()))
                        .orElseThrow(
                                () -> refusal.apply("The DPoP proof JWT signature is invalid."));
        checkClaims(proof.claims());
        return new Checked(key.thumbprint(), proof.claims());
    }

    private void checkClaims(JsonNode claims) {
        refuseUnless(
                Json.text(claims, "htm").equals(method),
                "The DPoP proof JWT 'htm' claim does not match the HTTP method.");
        refuseUnless(
                Json.text(claims, "htu").equals(url),
                "The DPoP proof JWT 'htu' claim does not match the URL.");
        checkTime(claims);
        var id = Json.text(claims, "jti");
        refuseUnless(!id.isEmpty(), "The DPoP proof JWT 'jti' claim is invalid.");
        refuseUnless(state.use("proof", id), "The DPoP proof JWT has already been used.");
    }

    private void checkTime(JsonNode claims) {
        refuseUnless(claims.path("iat").isNumber(), "The DPoP proof JWT must have an 'iat' claim.");
        var issued = Instant.ofEpochSecond(claims.path("iat").asLong());
        refuseUnless(
                !issued.isAfter(state.now().plus(SKEW)),
                "The DPoP proof JWT is issued in the future.");
        refuseUnless(
                !issued.isBefore(state.now().minus(OLDEST)),
                "The DPoP proof JWT was issued more than five minutes in the past.");
    }

    private void refuseUnless(boolean condition, String description) {
        if (!condition) {
            throw refusal.apply(description);
        }
    }

    /// @param thumbprint of the key that signed
    record Checked(String thumbprint, JsonNode claims) {}
}
