package dev.oktamcp.security;

import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// Puts our reading of forwarded headers before all filters, in place of Boot's, which believes
/// anyone.
@Configuration(proxyBeanMethods = false)
class ProxyConfiguration {

    @Bean
    FilterRegistrationBean<ForwardedHeaders> forwardedHeaders(
            ProxyProperties properties,
            @Value("${server.forward-headers-strategy:none}") String strategy) {
        if (!"none".equalsIgnoreCase(strategy)) {
            throw new IllegalArgumentException(
                    "server.forward-headers-strategy %s is refused: it would believe the forwarded headers of anyone. Leave it out and name your proxies in okta-mcp.trusted-proxies."
                            .formatted(strategy));
        }
        var filter = new FilterRegistrationBean<>(new ForwardedHeaders(properties));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.setDispatcherTypes(
                DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        return filter;
    }
}
