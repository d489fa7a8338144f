package dev.oktamcp.okta;

import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolsChanged;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// The tokens that are in use, one per principal and credentials. However many calls need a new
/// one, one asks.
@Component
final class AccessTokens {

    /// A token is replaced a little before its end, so that none ends on the way.
    private static final Duration EARLY = Duration.ofSeconds(60);

    /// A token belongs to the credentials that got it: who comes with others never meets it, even
    /// if it was asked for before they were swapped and comes after.
    private record Key(OktaPrincipal principal, OrgUrl org, Credentials.ServiceApp app) {}

    private final Map<Key, CompletableFuture<AccessToken>> tokens = new ConcurrentHashMap<>();
    private final TokenEndpoint endpoint;
    private final Grants grants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccessTokens(
            TokenEndpoint endpoint, Grants grants, ApplicationEventPublisher events, Clock clock) {
        this.endpoint = endpoint;
        this.grants = grants;
        this.events = events;
        this.clock = clock;
    }

    /// @throws ToolException where Okta gives none
    AccessToken of(OktaPrincipal principal, OrgUrl org, Credentials.ServiceApp app) {
        var mine = new CompletableFuture<AccessToken>();
        var key = new Key(principal, org, app);
        var theirs = tokens.compute(key, (k, known) -> usable(known) ? known : mine);
        if (theirs != mine) {
            return joined(theirs);
        }
        tokens.values().removeIf(token -> !usable(token));
        try {
            complete(mine, endpoint.token(org, app), key);
        } catch (RuntimeException | Error e) {
            tokens.remove(key, mine);
            mine.completeExceptionally(e);
        }
        return joined(mine);
    }

    /// Where Okta granted other scopes than were known, other operations are allowed from now on
    /// than before.
    private void complete(CompletableFuture<AccessToken> mine, AccessToken token, Key key) {
        var changed = grants.learn(key.principal(), key.app(), token);
        mine.complete(token);
        if (changed) {
            events.publishEvent(new ToolsChanged());
        }
    }

    private @Nullable AccessToken present(CompletableFuture<AccessToken> token) {
        return token.isDone() && usable(token) ? token.join() : null;
    }

    /// Okta refused this token: nobody uses it again.
    void drop(AccessToken refused) {
        tokens.values().removeIf(token -> refused.equals(present(token)));
    }

    /// Drops the tokens of the principals that fit, and what was granted to them.
    void forget(Predicate<OktaPrincipal> principals) {
        tokens.keySet().removeIf(key -> principals.test(key.principal()));
        grants.forget(principals);
    }

    private boolean usable(@Nullable CompletableFuture<AccessToken> known) {
        return known != null
                && !known.isCompletedExceptionally()
                && (!known.isDone()
                        || clock.instant().isBefore(known.join().expiresAt().minus(EARLY)));
    }

    private static AccessToken joined(CompletableFuture<AccessToken> token) {
        try {
            return token.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ToolException failure) {
                throw new ToolException(failure.failure(), failure);
            }
            throw e;
        }
    }
}
