package dev.oktamcp.simulation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;

import tools.jackson.databind.JsonNode;

import java.security.PublicKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A public key in JSON.
record Jwk(JWK jwk, PublicKey key) {

    /// @param text one key or a set of keys
    static List<Jwk> all(String text) {
        var node = Json.literal(text);
        var keys = new ArrayList<Jwk>();
        for (var key : node.has("keys") ? node.path("keys") : Json.array(List.of(node))) {
            keys.add(parse(key).orElseThrow(() -> new IllegalArgumentException("Not a JWK")));
        }
        return keys;
    }

    static Optional<Jwk> parse(JsonNode json) {
        try {
            var jwk = JWK.parse(json.toString());
            return jwk instanceof AsymmetricJWK pair
                    ? Optional.of(new Jwk(jwk, pair.toPublicKey()))
                    : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    String id() {
        return Objects.requireNonNullElse(jwk.getKeyID(), "");
    }

    boolean isPrivate() {
        return jwk.isPrivate();
    }

    /// RFC 7638.
    String thumbprint() {
        try {
            return jwk.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
