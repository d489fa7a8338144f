package dev.oktamcp.simulation;

import java.time.Instant;
import java.util.Set;

/// An access token the org has issued.
///
/// @param keyThumbprint the DPoP key it is bound to, empty for a bearer token
record AccessToken(
        ServiceApp app, Set<String> scopes, Instant expires, String keyThumbprint, State state) {

    enum State {
        VALID,
        EXPIRED,
        REVOKED
    }

    boolean isBound() {
        return !keyThumbprint.isEmpty();
    }

    State state(Instant now) {
        return state == State.VALID && !now.isBefore(expires) ? State.EXPIRED : state;
    }

    AccessToken in(State changed) {
        return new AccessToken(app, scopes, expires, keyThumbprint, changed);
    }
}
