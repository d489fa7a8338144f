package dev.oktamcp.security;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// Whoever presents a good API token to the REST API.
final class ApiAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient ApiToken token;

    ApiAuthentication(ApiToken token) {
        super(token.roles().stream().map(ApiAuthentication::authority).toList());
        this.token = token;
        setAuthenticated(true);
    }

    static SimpleGrantedAuthority authority(Role role) {
        return new SimpleGrantedAuthority("ROLE_" + role.name());
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public ApiToken getPrincipal() {
        return token;
    }
}
