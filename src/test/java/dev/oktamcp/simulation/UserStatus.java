package dev.oktamcp.simulation;

/// The statuses of a user.
enum UserStatus {
    STAGED,
    PROVISIONED,
    ACTIVE,
    RECOVERY,
    PASSWORD_EXPIRED,
    LOCKED_OUT,
    SUSPENDED,
    DEPROVISIONED;

    /// A user who was never activated has neither password nor activation time.
    boolean wasActive() {
        return this != STAGED && this != PROVISIONED;
    }
}
