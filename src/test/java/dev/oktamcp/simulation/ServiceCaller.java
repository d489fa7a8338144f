package dev.oktamcp.simulation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/// Makes what a service app sends: assertions and proofs, right ones and, with changed claims,
/// wrong ones. It has one ES256 key for both.
record ServiceCaller(Clock clock, ECKey key) {

    static ServiceCaller create(Clock clock) {
        try {
            return new ServiceCaller(clock, new ECKeyGenerator(Curve.P_256).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String publicKey() {
        return key.toPublicJWK().toJSONString();
    }

    /// @param changes claims that replace the right ones; an empty text removes one
    String assertion(String clientId, String audience, Map<String, ?> changes) {
        var claims =
                Json.object()
                        .put("iss", clientId)
                        .put("sub", clientId)
                        .put("aud", audience)
                        .put("exp", now() + 300);
        return signed(new JWSHeader(JWSAlgorithm.ES256), claims, changes);
    }

    String proof(String method, String url, Map<String, ?> changes) {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("dpop+jwt"))
                        .jwk(key.toPublicJWK())
                        .build();
        var claims = Json.object().put("htm", method).put("htu", url).put("iat", now());
        return signed(header, claims, changes);
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private String signed(JWSHeader header, ObjectNode claims, Map<String, ?> changes) {
        claims.put("jti", UUID.randomUUID().toString());
        changes.forEach((name, value) -> change(claims, name, value));
        try {
            var jws = new JWSObject(header, new Payload(claims.toString()));
            jws.sign(new ECDSASigner(key));
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void change(ObjectNode claims, String name, Object value) {
        switch (value) {
            case Number number -> claims.put(name, number.longValue());
            case String text when text.isEmpty() -> claims.remove(name);
            default -> claims.put(name, value.toString());
        }
    }
}
