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
import java.util.function.BiPredicate;

/// Against DNS rebinding (MCP 2025-11-25, Transports, Security Warning): a foreign `Origin` is 403,
/// a foreign `Host` 421.
final class HostAndOriginFilter extends OncePerRequestFilter {

    private static final byte[] FOREIGN_HOST =
            "This server does not go by that name. Its administrator can set okta-mcp.public-url.\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final PublicUrl publicUrl;
    private final BiPredicate<String, String> isOrigin;

    private HostAndOriginFilter(PublicUrl publicUrl, BiPredicate<String, String> isOrigin) {
        this.publicUrl = publicUrl;
        this.isOrigin = isOrigin;
    }

    /// For programs, which show a secret of their own.
    static HostAndOriginFilter forPrograms(PublicUrl publicUrl) {
        return new HostAndOriginFilter(publicUrl, (origin, host) -> publicUrl.isOrigin(origin));
    }

    /// For pages, to which a browser sends its cookies whoever made the form: on this machine
    /// cookies know no ports (RFC 6265, 8.5).
    static HostAndOriginFilter forPages(PublicUrl publicUrl) {
        return new HostAndOriginFilter(publicUrl, publicUrl::isOrigin);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        var host = String.valueOf(request.getHeader(HttpHeaders.HOST));
        if (origin != null && !isOrigin.test(origin, host)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else if (!publicUrl.isHost(host)) {
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
