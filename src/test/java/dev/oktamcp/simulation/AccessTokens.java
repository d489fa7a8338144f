package dev.oktamcp.simulation;

/// The access tokens an org has issued, as a test sees them.
public final class AccessTokens {

    private final Store store;
    private final Journal journal;

    AccessTokens(Store store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    /// Every token issued until now is expired, whatever the clock says.
    public void expire() {
        end(AccessToken.State.EXPIRED);
    }

    public void revoke() {
        end(AccessToken.State.REVOKED);
    }

    private void end(AccessToken.State state) {
        var _ =
                store.alone(() -> {
                    store.oauth().end(state);
                    return state;
                });
    }

    /// How many were asked for since the start or [SimulatedOrg#forgetRequests()], in vain or not.
    public long requested() {
        return journal.tokenRequests();
    }

    /// The DPoP nonce that the token endpoint asks for at present.
    public String nonce() {
        return store.alone(() -> store.oauth().nonce());
    }
}
