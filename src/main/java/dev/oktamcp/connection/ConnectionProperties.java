package dev.oktamcp.connection;

import dev.oktamcp.okta.OrgUrl;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.Set;

/// @param allowedHosts hosts of orgs outside Okta's own domains, for example a custom domain
/// @param insecureLoopback whether an org on this machine may be called by plain http; for
///   simulations only
@ConfigurationProperties("okta-mcp.connection")
record ConnectionProperties(
        @DefaultValue Set<String> allowedHosts, @DefaultValue("false") boolean insecureLoopback) {

    /// The address of an org, where these vouch for it.
    ///
    /// @throws IllegalArgumentException that says what is wrong and what is accepted
    OrgUrl url(String text) {
        return OrgUrl.of(text, allowedHosts, insecureLoopback);
    }
}
