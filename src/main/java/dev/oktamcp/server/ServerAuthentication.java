package dev.oktamcp.server;

import dev.oktamcp.tool.Caller;

import org.springframework.security.authentication.AbstractAuthenticationToken;

import java.util.List;

/// A caller who came by a URL that is good.
final class ServerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    ServerAuthentication(Caller caller) {
        super(List.of());
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }
}
