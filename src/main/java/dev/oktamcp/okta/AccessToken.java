package dev.oktamcp.okta;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/// A token that Okta gave us.
///
/// @param proofs what proves that the token is ours; null for one that whoever has it can use
/// @param scopes that were granted
record AccessToken(
        String value, @Nullable DPoPProofs proofs, Set<String> scopes, Instant expiresAt) {

    @Override
    public String toString() {
        return "AccessToken[…]";
    }
}
