package dev.oktamcp.server;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A server as it stands in the database.
///
/// @param disabledAt null where it works
/// @param version counts its changes
public record StoredServer(
        ServerDefinition definition,
        @Nullable Instant disabledAt,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /// What becomes of a request to it.
    public enum State {
        ACTIVE,
        DISABLED,
        EXPIRED
    }

    /// @param now against which the expiry counts
    public State state(Instant now) {
        var expiresAt = definition.expiresAt();
        if (expiresAt != null && !now.isBefore(expiresAt)) {
            return State.EXPIRED;
        }
        return disabledAt == null ? State.ACTIVE : State.DISABLED;
    }
}
