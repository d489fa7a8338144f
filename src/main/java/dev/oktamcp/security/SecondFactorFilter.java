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
/// for it. Elsewhere one that is sent all the same is noted: nobody says yes to a call with the API
/// token by which it came.
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
        if (authentication instanceof ServerAuthentication url) {
            var caller = caller(url, request);
            if (caller.needsApiToken()) {
                SecurityContextHolder.clearContext();
                refuse(response);
                return;
            }
            SecurityContextHolder.setContext(new SecurityContextImpl(caller));
        }
        chain.doFilter(request, response);
    }

    private ServerAuthentication caller(ServerAuthentication url, HttpServletRequest request) {
        return check.of(request)
                .map(token -> url.with(token.id(), token.opens(url.serverId())))
                .orElse(url);
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(MISSING);
    }
}
