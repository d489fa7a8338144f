package dev.oktamcp.tool;

import java.util.Optional;

/// Knows what has become of a caller whose stream has been open for a while.
public interface CurrentCallers {

    /// The caller as it would get in now, with the filter of now; empty where it would not.
    Optional<Caller> now(Caller caller);
}
