package dev.oktamcp.security;

import dev.oktamcp.store.Rows;
import dev.oktamcp.store.Token;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Finds the API token that a request presents as `Authorization: Bearer` (RFC 6750, 2.1). Tokens
/// that are unknown, wrong, deleted or at their end are all the same.
@Component
class ApiTokenCheck {

    private static final String SCHEME = "bearer ";
    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

    private final ApiTokens tokens;
    private final BootstrapToken bootstrap;
    private final Clock clock;

    ApiTokenCheck(ApiTokens tokens, BootstrapToken bootstrap, Clock clock) {
        this.tokens = tokens;
        this.bootstrap = bootstrap;
        this.clock = clock;
    }

    Optional<ApiToken> of(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return of(header.substring(SCHEME.length()).strip());
    }

    /// The API token that this is.
    Optional<ApiToken> of(String text) {
        return bootstrap.matches(text).or(() -> Token.parse(text).flatMap(this::stored));
    }

    /// The same API token, where it is still good, for whoever has shown it before.
    ///
    /// @param hash of the whole of it
    Optional<ApiToken> again(String id, String hash) {
        return bootstrap
                .matchesHash(hash)
                .or(() ->
                        tokens.find(id)
                                .map(ApiTokens.Stored::token)
                                .filter(token -> token.goodAt(clock.instant())));
    }

    private Optional<ApiToken> stored(Token given) {
        var now = clock.instant();
        var stored = tokens.find(given.id());
        var same = given.matches(stored.map(ApiTokens.Stored::hash));
        if (!same || !stored.get().token().goodAt(now)) {
            return Optional.empty();
        }
        var token = stored.get().token();
        noteUse(token, now);
        return Optional.of(token);
    }

    private void noteUse(ApiToken token, Instant now) {
        var last = token.lastUsedAt();
        if (last == null || last.plus(USE_IS_NOTED_EVERY).isBefore(now)) {
            tokens.used(token.id(), Rows.micros(now));
        }
    }
}
