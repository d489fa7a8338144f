package dev.oktamcp.tool;

import java.util.Locale;

/// What a call does to the org, from harmless to grave; the order matters.
public enum Effect {
    /// Changes nothing.
    READ,
    /// Changes something that one opposite call brings back.
    CHANGE,
    /// Does what no single opposite call can bring back, or cuts off many.
    DESTROY;

    /// The name in answers and in the names of tools, for example `read`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether this does more than the other.
    public boolean exceeds(Effect other) {
        return compareTo(other) > 0;
    }
}
