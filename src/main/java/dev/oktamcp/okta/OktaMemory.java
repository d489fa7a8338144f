package dev.oktamcp.okta;

import org.springframework.stereotype.Component;

/// What is remembered of a connection's credentials from using them.
@Component
public final class OktaMemory {

    private final AccessTokens tokens;
    private final RateBudget budget;

    OktaMemory(AccessTokens tokens, RateBudget budget) {
        this.tokens = tokens;
        this.budget = budget;
    }

    /// Forgets what belongs to the credentials of a connection, for whoever calls with them:
    /// tokens, and what is left of rate limits, since each API token and each app has a share of
    /// its own at Okta. Calls in progress end as they began.
    ///
    /// How many requests the org takes at once, and whether it answers at all, each connection
    /// finds out for itself too, but it is a fact of the org and not of the credentials: that
    /// stays, or the first calls after each change would find it out again at the org's cost.
    public void forget(String connectionId) {
        tokens.forget(principal -> principal.connectionId().equals(connectionId));
        budget.forget(principal -> principal.connectionId().equals(connectionId));
    }
}
