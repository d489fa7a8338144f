package dev.oktamcp.server;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.stereotype.Component;

/// Takes the server token out of the path `/mcp/{id}.{secret}`.
@Component
public final class ServerTokenConverter implements AuthenticationConverter {

    private static final String PREFIX = "/mcp/";

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (!path.startsWith(PREFIX)) {
            return null;
        }
        var rest = path.substring(PREFIX.length());
        var end = rest.indexOf('/');
        return new ServerTokenAuthentication(end < 0 ? rest : rest.substring(0, end));
    }
}
