package dev.oktamcp.store;

/// What is stored does not open: it was changed, comes from another row or database, or its key is
/// gone.
public final class UnreadableSecretException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableSecretException(String boundTo, Exception cause) {
        super(
                "What is stored encrypted for %s does not open with the keys of this database. Store it again, or restore a backup in which both fit."
                        .formatted(boundTo),
                cause);
    }
}
