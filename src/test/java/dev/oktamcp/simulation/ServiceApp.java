package dev.oktamcp.simulation;

import java.util.Set;

/// An API Services app that signs its own token requests.
///
/// @param publicKeys a public JWK as JSON, or a JWK set
/// @param scopes the scopes granted to it
/// @param roles Okta's names of its admin roles, such as `READ_ONLY_ADMIN`
/// @param dpopRequired whether token requests need a DPoP proof
/// @param active whether it may ask for tokens at all
public record ServiceApp(
        String clientId,
        String publicKeys,
        Set<String> scopes,
        Set<String> roles,
        boolean dpopRequired,
        boolean active) {

    public ServiceApp {
        scopes = Set.copyOf(scopes);
        roles = Set.copyOf(roles);
        roles.forEach(AdminRole::valueOf);
    }

    /// A super administrator without scopes and without DPoP.
    public static ServiceApp of(String clientId, String publicKeys) {
        return new ServiceApp(clientId, publicKeys, Set.of(), Set.of("SUPER_ADMIN"), false, true);
    }

    public ServiceApp withScopes(String... values) {
        return new ServiceApp(clientId, publicKeys, Set.of(values), roles, dpopRequired, active);
    }

    public ServiceApp withRoles(String... values) {
        return new ServiceApp(clientId, publicKeys, scopes, Set.of(values), dpopRequired, active);
    }

    public ServiceApp withDpop() {
        return new ServiceApp(clientId, publicKeys, scopes, roles, true, active);
    }

    public ServiceApp deactivated() {
        return new ServiceApp(clientId, publicKeys, scopes, roles, dpopRequired, false);
    }
}
