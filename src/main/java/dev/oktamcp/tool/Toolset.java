package dev.oktamcp.tool;

import java.util.Locale;

/// The areas by which tools are grouped and filtered.
public enum Toolset {
    USERS,
    GROUPS,
    SYSTEM_LOG,
    /// What tells about this server itself; no operation of Okta belongs to it.
    SERVER;

    /// The value in a tag filter, for example `system-log`.
    public String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
