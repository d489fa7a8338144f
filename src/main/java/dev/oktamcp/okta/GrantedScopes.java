package dev.oktamcp.okta;

import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.Set;

/// The scopes that a principal's tokens have: what Okta granted, once it gave a token; until then
/// what is asked for. Okta leaves out, without a word, what the app was not granted.
@Component
public final class GrantedScopes {

    private final AccessTokens tokens;

    GrantedScopes(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /// Empty where such credentials know no scopes.
    public Optional<Set<String>> of(OktaPrincipal principal, Credentials credentials) {
        return switch (credentials) {
            case Credentials.ApiToken _ -> Optional.empty();
            case Credentials.ServiceApp app ->
                    Optional.of(
                            tokens.known(principal, app)
                                    .map(AccessToken::scopes)
                                    .orElse(app.scopes()));
        };
    }
}
