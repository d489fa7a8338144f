package dev.oktamcp.server;

import dev.oktamcp.store.Token;

import org.springframework.security.authentication.AbstractAuthenticationToken;

import java.util.List;

/// A token as it stood in a URL, not yet checked.
final class ServerTokenAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Token token;
    private final transient Narrowing narrowing;

    ServerTokenAuthentication(Token token, Narrowing narrowing) {
        super(List.of());
        this.token = token;
        this.narrowing = narrowing;
    }

    /// What the URL says beside the token.
    Narrowing narrowing() {
        return narrowing;
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
