package dev.oktamcp.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.Set;

/// @param approverGroups whose members Okta's sign-in lets in, as the claim `groups` names them;
///   none lets nobody in
@ConfigurationProperties("okta-mcp.sign-in")
record SignInProperties(@DefaultValue Set<String> approverGroups) {

    SignInProperties {
        approverGroups = Set.copyOf(approverGroups);
    }
}
