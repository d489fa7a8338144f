package dev.oktamcp.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/// Lets an API token in to the REST API; what it may do there is decided later.
final class ApiTokenFilter extends OncePerRequestFilter {

    private final ApiTokenCheck check;

    ApiTokenFilter(ApiTokenCheck check) {
        this.check = check;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        check.of(request)
                .map(ApiAuthentication::new)
                .ifPresent(
                        token -> SecurityContextHolder.setContext(new SecurityContextImpl(token)));
        chain.doFilter(request, response);
    }
}
