package dev.oktamcp.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the org's authorization server remembers: clients, tokens, and what was used once.
final class OAuthState {

    /// The nonce changes every day and is taken for three days.
    private static final Duration NONCE_PERIOD = Duration.ofHours(24);

    private static final int NONCES_TAKEN = 3;

    private final Clock clock;
    private final Ids ids;
    private final Map<String, ServiceApp> apps = new HashMap<>();
    private final Map<String, AccessToken> tokens = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    OAuthState(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    Instant now() {
        return clock.instant();
    }

    void add(ServiceApp app) {
        apps.put(app.clientId(), app);
    }

    Optional<ServiceApp> app(String clientId) {
        return Optional.ofNullable(apps.get(clientId));
    }

    void issue(String value, AccessToken token) {
        tokens.put(value, token);
    }

    Optional<AccessToken> token(String value) {
        return Optional.ofNullable(tokens.get(value));
    }

    void end(AccessToken.State state) {
        tokens.replaceAll((_, token) -> token.in(state));
    }

    /// @return whether it was new
    boolean use(String kind, String id) {
        return used.add(kind + " " + id);
    }

    String nonce() {
        return nonce(0);
    }

    boolean takesNonce(String nonce) {
        for (var age = 0; age < NONCES_TAKEN; age++) {
            if (nonce(age).equals(nonce)) {
                return true;
            }
        }
        return false;
    }

    private String nonce(int age) {
        var period = now().toEpochMilli() / NONCE_PERIOD.toMillis() - age;
        return ids.of("dpn", Long.toString(period));
    }
}
