package dev.oktamcp.confirmation;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// A question to a human that is put on a page.
///
/// @param callKey stands for the server, the caller, the tool and its arguments
/// @param about stands for what is shown
/// @param apiToken by which the call came; its holder can't say yes to it
/// @param lines what is shown
/// @param approved null until somebody decided
/// @param decidedBy who that was
public record Confirmation(
        String id,
        String serverId,
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
}
