package dev.oktamcp.okta;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

import java.util.Map;
import java.util.function.Function;

/// Sends a request with an access token, and with a proof where the token is bound to a key.
final class TokenUse {

    private TokenUse() {}

    /// Okta does not demand a nonce here today; where it does, it says which (RFC 9449, 9).
    ///
    /// @param send by the headers that say who we are; may be called twice
    static OktaResponse send(
            AccessToken token,
            OktaRequest request,
            Function<Map<String, String>, OktaResponse> send) {
        var proofs = token.proofs();
        if (proofs == null) {
            return send.apply(Map.of(HttpHeaders.AUTHORIZATION, "Bearer " + token.value()));
        }
        var answer = send.apply(proven(token, proofs, request, null));
        var nonce = answer.headers().getFirst(DPoPProofs.NONCE);
        return nonce != null && DPoPProofs.demandsNonce(answer)
                ? send.apply(proven(token, proofs, request, nonce))
                : answer;
    }

    private static Map<String, String> proven(
            AccessToken token, DPoPProofs proofs, OktaRequest request, @Nullable String nonce) {
        var http = request.operation().http();
        return Map.of(
                HttpHeaders.AUTHORIZATION,
                "DPoP " + token.value(),
                DPoPProofs.PROOF,
                proofs.forRequest(http, request.uri(), token.value(), nonce));
    }
}
