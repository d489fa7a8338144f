package dev.oktamcp.security;

import dev.oktamcp.server.PublicUrl;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Against DNS rebinding (MCP 2025-11-25, Transports, Security Warning): a foreign `Origin` is 403,
/// a foreign `Host` 421.
final class HostAndOriginFilter extends OncePerRequestFilter {

    private static final byte[] FOREIGN_HOST =
            "This server does not go by that name. Its administrator can set okta-mcp.public-url.\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final PublicUrl publicUrl;

    HostAndOriginFilter(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !publicUrl.isOrigin(origin)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else if (!publicUrl.isHost(String.valueOf(request.getHeader(HttpHeaders.HOST)))) {
            response.setStatus(HttpServletResponse.SC_MISDIRECTED_REQUEST);
            response.setContentType(MediaType.TEXT_PLAIN_VALUE);
            response.getOutputStream().write(FOREIGN_HOST);
        } else {
            chain.doFilter(request, response);
        }
    }

    /// A probe asks by the address of the pod, and learns nothing.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/health");
    }
}
