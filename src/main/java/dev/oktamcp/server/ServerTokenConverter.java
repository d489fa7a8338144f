package dev.oktamcp.server;

import dev.oktamcp.store.Token;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.stereotype.Component;

/// Takes the server token that stood in the path from the request's attribute; no path has it any
/// more.
@Component
public final class ServerTokenConverter implements AuthenticationConverter {

    /// The attribute with the `Token`.
    public static final String ATTRIBUTE = Token.class.getName();

    /// The attribute with the `Narrowing`.
    public static final String NARROWING = Narrowing.class.getName();

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Token token
                ? new ServerTokenAuthentication(token, narrowing(request))
                : null;
    }

    private static Narrowing narrowing(HttpServletRequest request) {
        return request.getAttribute(NARROWING) instanceof Narrowing narrowing
                ? narrowing
                : Narrowing.NONE;
    }
}
