package dev.oktamcp.okta;

import java.util.Optional;

/// Finds the org of a principal.
public interface Orgs {

    /// Empty where the connection, or its credentials, are no longer there.
    Optional<Org> org(OktaPrincipal principal);
}
