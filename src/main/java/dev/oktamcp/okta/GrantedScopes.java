package dev.oktamcp.okta;

import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.Set;

/// The scopes that a principal's tokens have: what Okta granted last, once it gave a token; until
/// then what is asked for. Okta leaves out, without a word, what the app was not granted.
@Component
public final class GrantedScopes {

    private final Orgs orgs;
    private final Grants grants;

    GrantedScopes(Orgs orgs, Grants grants) {
        this.orgs = orgs;
        this.grants = grants;
    }

    /// Empty where the principal's credentials know no scopes, or are no longer there.
    public Optional<Set<String>> of(OktaPrincipal principal) {
        return orgs.org(principal).flatMap(org -> of(principal, org.credentials()));
    }

    private Optional<Set<String>> of(OktaPrincipal principal, Credentials credentials) {
        return switch (credentials) {
            case Credentials.ApiToken _ -> Optional.empty();
            case Credentials.ServiceApp app -> Optional.of(grants.of(principal, app));
        };
    }
}
