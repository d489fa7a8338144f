package dev.oktamcp.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.List;

/// @param trustedProxies addresses or ranges (CIDR) of proxies whose headers count
/// @param forwardedHeaders the kind of headers that these proxies write themselves; the other kind
///   is what a client sent through them
@ConfigurationProperties("okta-mcp")
record ProxyProperties(
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("x-forwarded") Kind forwardedHeaders) {

    enum Kind {
        /// `X-Forwarded-For`, `-Host`, `-Proto`, `-Port`.
        X_FORWARDED,
        /// `Forwarded` (RFC 7239).
        FORWARDED
    }
}
