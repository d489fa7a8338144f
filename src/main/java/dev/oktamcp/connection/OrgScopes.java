package dev.oktamcp.connection;

import dev.oktamcp.okta.GrantedScopes;
import dev.oktamcp.okta.OktaPrincipal;

import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.Set;

/// The scopes that a connection's tokens can have.
@Component
public class OrgScopes {

    private final GrantedScopes granted;

    OrgScopes(GrantedScopes granted) {
        this.granted = granted;
    }

    /// Empty where its credentials know none.
    public Optional<Set<String>> of(String connectionId) {
        return granted.of(new OktaPrincipal(connectionId, null));
    }
}
