package dev.oktamcp.simulation;

import java.util.Optional;
import java.util.Set;

/// Who sends a request, and what that one may do.
///
/// @param quotaKey whose share of a bucket the request uses; empty for nobody's
/// @param apiTokenId the metadata id of an API token, empty without one
/// @param scopes absent for an API token, which knows no scopes
record Principal(
        String quotaKey,
        Party party,
        String apiTokenId,
        Optional<Set<String>> scopes,
        Set<AdminRole> roles) {

    static final Principal NOBODY =
            new Principal(
                    "",
                    new Party("unknown", "SystemPrincipal", "unknown", "unknown"),
                    "",
                    Optional.empty(),
                    Set.of());

    /// `manage` implies `read`.
    boolean hasScope(String scope) {
        var manage = scope.replaceFirst("\\.read$", ".manage");
        return scopes.isEmpty() || scopes.get().contains(scope) || scopes.get().contains(manage);
    }

    boolean hasRoleFor(String scope) {
        return roles.stream().anyMatch(role -> role.permits(scope));
    }
}
