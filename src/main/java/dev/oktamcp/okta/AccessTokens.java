package dev.oktamcp.okta;

import dev.oktamcp.tool.ToolException;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/// The tokens that are in use, one per principal. However many calls need a new one, one asks.
@Component
final class AccessTokens {

    /// A token is replaced a little before its end, so that none ends on the way.
    private static final Duration EARLY = Duration.ofSeconds(60);

    private final Map<OktaPrincipal, CompletableFuture<AccessToken>> tokens =
            new ConcurrentHashMap<>();
    private final TokenEndpoint endpoint;
    private final Clock clock;

    AccessTokens(TokenEndpoint endpoint, Clock clock) {
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /// @throws ToolException where Okta gives none
    AccessToken of(OktaPrincipal principal, OrgUrl org, Credentials.ServiceApp app) {
        var mine = new CompletableFuture<AccessToken>();
        var theirs = tokens.compute(principal, (key, known) -> usable(known) ? known : mine);
        if (theirs != mine) {
            return joined(theirs);
        }
        try {
            mine.complete(endpoint.token(org, app));
        } catch (RuntimeException | Error e) {
            tokens.remove(principal, mine);
            mine.completeExceptionally(e);
        }
        return joined(mine);
    }

    /// The token in use, where there is one.
    Optional<AccessToken> known(OktaPrincipal principal) {
        var known = tokens.get(principal);
        return known != null && known.isDone() && usable(known)
                ? Optional.of(known.join())
                : Optional.empty();
    }

    /// Okta refused this token: nobody uses it again.
    void drop(OktaPrincipal principal, AccessToken refused) {
        tokens.computeIfPresent(
                principal,
                (key, known) -> known.isDone() && known.join().equals(refused) ? null : known);
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
