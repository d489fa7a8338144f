package dev.oktamcp.okta;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import dev.oktamcp.tool.Sha256;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;

/// Proves possession of a key with each request (RFC 9449). The key is made here and never leaves
/// the process.
final class DPoPProofs {

    /// The header with a proof (RFC 9449, 4.1).
    static final String PROOF = "DPoP";

    /// The header with the nonce that the next proof needs (RFC 9449, 8).
    static final String NONCE = "DPoP-Nonce";

    private static final String USE_NONCE = "use_dpop_nonce";

    private final ECKey key;
    private final Clock clock;

    DPoPProofs(Clock clock) {
        try {
            this.key = new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every JDK makes P-256 keys", e);
        }
        this.clock = clock;
    }

    /// A proof for a request to the token endpoint.
    ///
    /// @param nonce that Okta asked for; null at first
    String forToken(URI uri, @Nullable String nonce) {
        return sign(claims("POST", uri).claim("nonce", nonce));
    }

    /// A proof for a request with a token.
    ///
    /// @param nonce that Okta asked for; null as a rule
    String forRequest(String method, URI uri, String accessToken, @Nullable String nonce) {
        return sign(claims(method, uri).claim("ath", hash(accessToken)).claim("nonce", nonce));
    }

    /// Whether a request was refused for its nonce alone, before anything was done. An answer may
    /// bring the next nonce whatever else it says (RFC 9449, 8.2 and 9).
    static boolean demandsNonce(OktaResponse answer) {
        var challenge = answer.headers().getFirst(HttpHeaders.WWW_AUTHENTICATE);
        return (answer.status() == 400 || answer.status() == 401)
                && (answer.text().contains(USE_NONCE)
                        || (challenge != null && challenge.contains(USE_NONCE)));
    }

    private JWTClaimsSet.Builder claims(String method, URI uri) {
        var bare = uri.toString().replaceAll("[?#].*", "");
        return new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(clock.instant()))
                .claim("htm", method)
                .claim("htu", bare);
    }

    private String sign(JWTClaimsSet.Builder claims) {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("dpop+jwt"))
                        .jwk(key.toPublicJWK())
                        .build();
        var proof = new SignedJWT(header, claims.build());
        try {
            proof.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("Every JDK signs with ES256", e);
        }
        return proof.serialize();
    }

    private static String hash(String accessToken) {
        var hash = Sha256.of(accessToken.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
