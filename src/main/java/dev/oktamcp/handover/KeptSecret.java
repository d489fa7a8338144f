package dev.oktamcp.handover;

import dev.oktamcp.security.Human;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What is known of secrets that are kept, but for the secrets.
///
/// @param apiToken the id of the API token that the call came with; null where it came with none
/// @param title of the tool, in words
/// @param arguments JSON without secrets; cut where it is long
/// @param openedAt null where nobody has opened it
public record KeptSecret(
        String id,
        String callId,
        String serverId,
        String serverName,
        String connectionId,
        String orgUrl,
        @Nullable String apiToken,
        String tool,
        String title,
        String arguments,
        Instant keptAt,
        Instant lapsesAt,
        @Nullable Instant openedAt,
        @Nullable String openedBy) {

    /// Whether it came of a call by this person's own API token: whoever calls must not see.
    public boolean isOwnOf(Human human) {
        return human.holds(apiToken);
    }
}
