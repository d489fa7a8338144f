package dev.oktamcp.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/// Knows people again who have signed in.
final class SignInFilter extends OncePerRequestFilter {

    private final SignIn signIn;

    SignInFilter(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        signIn.of(request)
                .map(HumanAuthentication::new)
                .ifPresent(
                        human -> SecurityContextHolder.setContext(new SecurityContextImpl(human)));
        chain.doFilter(request, response);
    }
}
