package dev.oktamcp.tool;

import java.util.Set;

/// Which tokens of a server are good from now on: it was rotated, disabled, enabled or deleted, or
/// a time has come. What was begun by another token ends.
///
/// @param goodGenerations none where the server has ended
public record ServerTokensChanged(String serverId, Set<Integer> goodGenerations) {

    public ServerTokensChanged {
        goodGenerations = Set.copyOf(goodGenerations);
    }
}
