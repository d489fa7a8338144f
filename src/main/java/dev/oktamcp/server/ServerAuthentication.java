package dev.oktamcp.server;

import dev.oktamcp.tool.Access;
import dev.oktamcp.tool.Caller;

import org.springframework.security.authentication.AbstractAuthenticationToken;

import java.util.List;

/// A caller who came by a URL that is good.
public final class ServerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;
    private final boolean needsApiToken;

    /// @param needsApiToken whether an API token is still missing
    ServerAuthentication(Caller caller, boolean needsApiToken) {
        super(List.of());
        this.caller = caller;
        this.needsApiToken = needsApiToken;
        setAuthenticated(!needsApiToken);
    }

    /// The server whose URL was used.
    public String serverId() {
        return caller.server().id();
    }

    /// Whether an API token with the role `mcp` is needed beside the URL, and was not yet seen.
    public boolean needsApiToken() {
        return needsApiToken;
    }

    /// The same caller, who has shown an API token.
    ///
    /// @param secondFactor whether it opens this server
    public ServerAuthentication with(String apiTokenId, boolean secondFactor) {
        var url = caller.access();
        var access =
                new Access(url.tokenGeneration(), url.serverVersion(), apiTokenId, secondFactor);
        return new ServerAuthentication(caller.with(access), needsApiToken && !secondFactor);
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
