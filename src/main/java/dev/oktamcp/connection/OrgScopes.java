package dev.oktamcp.connection;

import dev.oktamcp.okta.GrantedScopes;
import dev.oktamcp.okta.OktaPrincipal;
import dev.oktamcp.okta.Orgs;

import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.Set;

/// The scopes that a connection's tokens can have.
@Component
public class OrgScopes {

    private final Orgs orgs;
    private final GrantedScopes granted;

    OrgScopes(Orgs orgs, GrantedScopes granted) {
        this.orgs = orgs;
        this.granted = granted;
    }

    /// Empty where its credentials know none.
    public Optional<Set<String>> of(String connectionId) {
        var principal = new OktaPrincipal(connectionId, null);
        return orgs.org(principal).flatMap(org -> granted.of(principal, org.credentials()));
    }
}
