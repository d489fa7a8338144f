package dev.oktamcp.okta;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// What a look at an org with some credentials has shown. What is null was not found out.
///
/// @param orgName as the org's settings have it
/// @param identity the login of an API token's owner, or the client id of a service app
/// @param grantedScopes that its tokens have; null for an API token, which knows none
/// @param missingScopes that were asked for and not granted
/// @param clockSkew how far Okta's clock is ahead of ours, to the second
/// @param latency of the fastest answer
/// @param problem why these credentials do not work, and the way on; null where they do
/// @param notes what works, and may still surprise
public record OrgReport(
        @Nullable String orgId,
        @Nullable String orgName,
        String orgUrl,
        @Nullable String identity,
        @Nullable Set<String> grantedScopes,
        Set<String> missingScopes,
        @Nullable Duration clockSkew,
        @Nullable Duration latency,
        @Nullable String problem,
        List<String> notes) {

    public OrgReport {
        grantedScopes = grantedScopes == null ? null : Set.copyOf(grantedScopes);
        missingScopes = Set.copyOf(missingScopes);
        notes = List.copyOf(notes);
    }

    /// Whether the credentials work.
    public boolean good() {
        return problem == null;
    }
}
