package dev.oktamcp.okta;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// The scopes that Okta granted to credentials when it gave them a token last. That outlives the
/// token: until there is another one, nothing else is known.
@Component
final class Grants {

    /// After this what is asked for counts again: where nothing of that was granted there is no
    /// call by which it would be learned that more is granted now.
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private record Key(OktaPrincipal principal, Credentials.ServiceApp app) {}

    private record Grant(Set<String> scopes, Instant until) {}

    private final Map<Key, Grant> latest = new ConcurrentHashMap<>();
    private final Clock clock;

    Grants(Clock clock) {
        this.clock = clock;
    }

    /// What is granted, as far as is known; what is asked for where nothing is.
    Set<String> of(OktaPrincipal principal, Credentials.ServiceApp app) {
        var grant = latest.get(new Key(principal, app));
        return grant != null && clock.instant().isBefore(grant.until())
                ? grant.scopes()
                : app.scopes();
    }

    /// @return whether that is something else than before
    boolean learn(OktaPrincipal principal, Credentials.ServiceApp app, AccessToken token) {
        var before = of(principal, app);
        latest.values().removeIf(grant -> !clock.instant().isBefore(grant.until()));
        var until = token.expiresAt().plus(REMEMBERED);
        latest.put(new Key(principal, app), new Grant(token.scopes(), until));
        return !before.equals(token.scopes());
    }

    /// Forgets the principals that fit.
    void forget(Predicate<OktaPrincipal> principals) {
        latest.keySet().removeIf(key -> principals.test(key.principal()));
    }
}
