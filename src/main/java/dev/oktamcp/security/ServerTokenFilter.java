package dev.oktamcp.security;

import dev.oktamcp.server.ServerTokenConverter;
import dev.oktamcp.server.ServerTokenProvider;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/// No request goes on without a server token that is good. The caller is forgotten when the chain
/// ends, by Spring Security.
final class ServerTokenFilter extends OncePerRequestFilter {

    /// Writes what stands at a URL that leads nowhere.
    interface Refusal {

        void write(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    private final ServerTokenConverter converter;
    private final ServerTokenProvider provider;
    private final Refusal refusal;

    ServerTokenFilter(
            ServerTokenConverter converter, ServerTokenProvider provider, Refusal refusal) {
        this.converter = converter;
        this.provider = provider;
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = caller(request);
        if (caller == null) {
            refusal.write(request, response);
            return;
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(caller));
        chain.doFilter(request, response);
    }

    private @Nullable Authentication caller(HttpServletRequest request) {
        var given = converter.convert(request);
        try {
            return given == null ? null : provider.authenticate(given);
        } catch (AuthenticationException e) {
            return null;
        }
    }
}
