package dev.oktamcp.security;

import dev.oktamcp.server.ServerAuthentication;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Where a server asks for an API token beside its URL, no request goes on without one that is good
/// for it.
final class SecondFactorFilter extends OncePerRequestFilter {

    private static final byte[] MISSING =
            """
            {"jsonrpc":"2.0","error":{"code":-32600,"message":"This MCP server asks for an API token beside its URL. Send one with the role mcp, that is good for this server, as Authorization: Bearer."}}\
            """
                    .getBytes(StandardCharsets.UTF_8);

    private final ApiTokenCheck check;

    SecondFactorFilter(ApiTokenCheck check) {
        this.check = check;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof ServerAuthentication server && server.needsApiToken()) {
            var id = server.serverId();
            var token = check.of(request).filter(known -> known.opens(id));
            if (token.isEmpty()) {
                SecurityContextHolder.clearContext();
                refuse(response);
                return;
            }
            SecurityContextHolder.setContext(
                    new SecurityContextImpl(server.with(token.get().id())));
        }
        chain.doFilter(request, response);
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(MISSING);
    }
}
