package dev.oktamcp.server;

import dev.oktamcp.tool.Exposure;

import java.util.Locale;

/// Which of the tools that a caller may use are listed. All of them can be called.
public enum ToolExposure {
    /// Those that most people need; with tags, all of those toolsets.
    DEFAULT,
    /// Every visible tool.
    ALL;

    /// The value of `tool_exposure`, for example `default`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param tags whether the server's filter names tags
    boolean lists(Exposure exposure, boolean tags) {
        return switch (exposure) {
            case CORE -> true;
            case TOOLSET -> tags || this == ALL;
            case SEARCHABLE -> this == ALL;
        };
    }
}
