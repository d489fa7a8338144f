package dev.oktamcp.simulation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.security.PublicKey;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;

/// A signed JWT, taken apart and not yet believed.
record Jws(SignedJWT jwt, JsonNode header, JsonNode claims) {

    /// The signature algorithms that Okta takes from clients.
    private static final Set<String> ALGORITHMS =
            Set.of("RS256", "RS384", "RS512", "ES256", "ES384", "ES512");

    /// The token, unless the text is none.
    static Optional<Jws> parse(String text) {
        try {
            var jwt = SignedJWT.parse(text);
            var header = Json.literal(jwt.getHeader().toString());
            var claims = Json.literal(jwt.getPayload().toString());
            return Optional.of(new Jws(jwt, header, claims)).filter(_ -> claims.isObject());
        } catch (ParseException | JacksonException e) {
            return Optional.empty();
        }
    }

    boolean hasKnownAlgorithm() {
        return ALGORITHMS.contains(jwt.getHeader().getAlgorithm().getName());
    }

    boolean isSignedBy(PublicKey key) {
        try {
            return jwt.verify(
                    new DefaultJWSVerifierFactory().createJWSVerifier(jwt.getHeader(), key));
        } catch (JOSEException e) {
            return false;
        }
    }

    static String encoded(byte[] bytes) {
        return Base64URL.encode(bytes).toString();
    }
}
