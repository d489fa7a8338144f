package dev.oktamcp.server;

import dev.oktamcp.tool.Exposure;

import java.util.Locale;

/// Which of the tools that a caller may use are listed. All of them can be called.
public enum ToolExposure {
    /// Those that most people need; with tags, all that are written for those toolsets.
    DEFAULT,
    /// Only those by which all others are found and called.
    DISCOVERY,
    /// Every visible tool.
    ALL;

    /// The value of `tool_exposure`, for example `default`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param tags whether the server's filter names tags
    boolean lists(Exposure exposure, boolean tags) {
        return switch (exposure) {
            case GENERIC -> true;
            case CORE -> this != DISCOVERY;
            case TOOLSET -> this == ALL || (this == DEFAULT && tags);
            case SEARCHABLE -> this == ALL;
        };
    }
}
