package dev.oktamcp.connection;

import java.time.Instant;
import java.util.Set;

/// An org and how we prove ourselves to it; the secret itself stands elsewhere.
///
/// @param orgUrl as `OrgUrl` accepted it
/// @param hiddenFields profile attributes that leave through none of its servers
/// @param version counts its changes
public record Connection(
        String id,
        String name,
        String orgUrl,
        AuthType authType,
        Set<String> hiddenFields,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    public Connection {
        hiddenFields = Set.copyOf(hiddenFields);
    }

    /// The next version.
    Connection changed(String newName, AuthType newAuthType, Set<String> newHidden, Instant now) {
        return new Connection(
                id, newName, orgUrl, newAuthType, newHidden, version + 1, createdAt, now);
    }
}
