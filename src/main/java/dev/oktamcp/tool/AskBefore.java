package dev.oktamcp.tool;

import java.util.Locale;

/// Before what a human is asked, on one MCP server.
public enum AskBefore {
    /// What destroys, and what gives power or credentials.
    DESTROY,
    /// Every change.
    CHANGE,
    /// Nothing.
    NEVER;

    /// The value of `confirm`, for example `destroy`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a human is asked before this is done.
    ///
    /// @param sensitive whether it gives power or credentials
    public boolean asksBefore(Effect effect, boolean sensitive) {
        return switch (this) {
            case DESTROY -> effect == Effect.DESTROY || sensitive;
            case CHANGE -> effect != Effect.READ;
            case NEVER -> false;
        };
    }
}
