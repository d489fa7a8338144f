package dev.oktamcp.server;

import org.springframework.security.authentication.AbstractAuthenticationToken;

import java.util.List;

/// A token as it stood in a URL, not yet checked.
final class ServerTokenAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final String token;

    ServerTokenAuthentication(String token) {
        super(List.of());
        this.token = token;
    }

    @Override
    public String getCredentials() {
        return token;
    }

    @Override
    public String getPrincipal() {
        return "";
    }
}
