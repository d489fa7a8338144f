package dev.oktamcp.simulation;

import java.util.HashSet;
import java.util.Set;

/// The scopes that Okta's API descriptions name.
final class OktaScopes {

    private static final String READ_AND_MANAGE =
            """
            accessRequests.condition accessRequests.request accessRequests.tasks agentPools
            apiTokens appGrants apps apps.interclientTrust authenticators
            authorizationServers behaviors botProtection brands captchas clients
            customTelephonyProvider deviceAssurance deviceIntegrations devicePostureChecks
            devices directories.groups domains dr emailDomains emailServers eventHooks
            features governance.accessCertifications governance.accessRequests
            governance.admin governance.collections governance.entitlements
            governance.labels governance.principalSettings governance.resourceOwner
            governance.reviewer governance.riskRule governance.securityAccessReviews.admin
            governance.securityAccessReviews.endUser governance.settings groups
            identitySources idps inlineHooks linkedObjects logStreams networkZones
            oauthIntegrations orgs personal.adminSettings policies principalRateLimits
            profileMappings pushProviders rateLimits realmAssignments realms roles schemas
            securityEventsProviders serviceAccounts serviceAccounts.okta sessions templates
            threatInsights trustedOrigins uischemas userRisk userTypes users
            """;
    private static final Set<String> KNOWN = known();

    private OktaScopes() {}

    private static Set<String> known() {
        var known =
                new HashSet<>(
                        Set.of(
                                "okta.accessRequests.catalog.read",
                                "okta.governance.delegates.read",
                                "okta.governance.operations.read",
                                "okta.logs.read",
                                "okta.clients.register",
                                "okta.universalLogout.manage",
                                "okta.workflows.invoke.manage",
                                "ssf.manage",
                                "ssf.read"));
        for (var name : READ_AND_MANAGE.strip().split("\\s+", -1)) {
            known.add("okta." + name + ".read");
            known.add("okta." + name + ".manage");
        }
        return known;
    }

    /// Refuses what no service app can ask for. ASSUMPTION: which of the documented errors meets
    /// which kind of scope.
    static void check(String scope) {
        if (scope.equals("openid")) {
            throw refused("Cannot request 'openid' scopes using client credentials.");
        }
        if (scope.endsWith(".self")) {
            throw OAuthError.ofToken(
                    400,
                    "client_credentials_self_scope_requested",
                    "Cannot request self scopes using client credentials.");
        }
        if (!scope.startsWith("okta.") && !KNOWN.contains(scope)) {
            throw refused("Custom scopes are not allowed for this request.");
        }
        if (!KNOWN.contains(scope)) {
            throw refused(
                    "One or more scopes are not configured for the authorization server resource.");
        }
    }

    private static OAuthError refused(String description) {
        return OAuthError.ofToken(400, "invalid_scope", description);
    }
}
