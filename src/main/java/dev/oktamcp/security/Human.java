package dev.oktamcp.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/// A person who has signed in with a browser and may decide: the principal of every page.
///
/// @param by who that is for the record: `api_token:` or `okta:`, and an id
/// @param apiToken the id of the API token that was typed in; null where Okta says who it is
/// @param name how that person is called: Okta's name, or that of the API token
public record Human(String by, @Nullable String apiToken, String name)
        implements AuthenticatedPrincipal {

    /// Whether it is this person's own API token with which a call came. Nobody decides about
    /// those.
    ///
    /// @param callToken null where a call came without one
    public boolean holds(@Nullable String callToken) {
        return callToken != null && callToken.equals(apiToken);
    }

    @Override
    public String getName() {
        return by;
    }
}
