package dev.oktamcp.server;

import dev.oktamcp.store.Token;

import org.springframework.security.authentication.AbstractAuthenticationToken;

import java.util.List;

/// A token as it stood in a URL, not yet checked.
final class ServerTokenAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Token token;

    ServerTokenAuthentication(Token token) {
        super(List.of());
        this.token = token;
    }

    @Override
    public Token getCredentials() {
        return token;
    }

    @Override
    public String getPrincipal() {
        return "";
    }
}
