package dev.oktamcp.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.filter.ForwardedHeaderFilter;
import org.springframework.web.filter.GenericFilterBean;

import java.io.IOException;

/// `Forwarded` and `X-Forwarded-…` count where the request comes from a trusted proxy; from anyone
/// else nobody sees them.
final class ForwardedHeaders extends GenericFilterBean {

    private final ForwardedHeaderFilter apply = new ForwardedHeaderFilter();
    private final ForwardedHeaderFilter remove = new ForwardedHeaderFilter();
    private final TrustedProxies proxies;
    private final ProxyProperties.Kind kind;

    ForwardedHeaders(ProxyProperties properties) {
        this.proxies = new TrustedProxies(properties.trustedProxies());
        this.kind = properties.forwardedHeaders();
        remove.setRemoveOnly(true);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var http = (HttpServletRequest) request;
        var peer = http.getRemoteAddr();
        if (proxies.contain(peer)) {
            var word = ProxyWord.of(http, kind);
            var proxied = new ProxiedRequest(http, proxies.client(peer, word.hops()), word);
            apply.doFilter(proxied, response, chain);
        } else {
            remove.doFilter(http, response, chain);
        }
    }
}
