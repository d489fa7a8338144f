package dev.oktamcp.confirmation;

import dev.oktamcp.security.Human;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// A question to a human that is put on a page.
///
/// @param callId of the call that could not ask
/// @param callKey stands for the server, the caller, the tool and its arguments
/// @param about stands for what is shown
/// @param apiToken by which the call came; its holder can't say yes to it
/// @param lines what is shown
/// @param approved null until somebody decided
/// @param decidedBy who that was
public record Confirmation(
        String id,
        String callId,
        String serverId,
        String connectionId,
        String callKey,
        String about,
        String tool,
        @Nullable String apiToken,
        List<String> lines,
        Instant askedAt,
        Instant lapsesAt,
        @Nullable Boolean approved,
        @Nullable String decidedBy) {

    public Confirmation {
        lines = List.copyOf(lines);
    }

    /// Whether the call came with the API token by which this person has signed in.
    boolean isOwnOf(Human human) {
        return human.holds(apiToken);
    }
}
