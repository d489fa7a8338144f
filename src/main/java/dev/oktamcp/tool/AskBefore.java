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

    /// Whether a human is asked before this tool is called.
    public boolean asksBefore(ToolDefinition tool) {
        return switch (this) {
            case DESTROY -> tool.effect() == Effect.DESTROY || tool.sensitive();
            case CHANGE -> tool.effect() != Effect.READ;
            case NEVER -> false;
        };
    }
}
