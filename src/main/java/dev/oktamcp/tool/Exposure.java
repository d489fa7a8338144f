package dev.oktamcp.tool;

/// Where a tool is listed. It never decides what is callable.
public enum Exposure {
    /// In every list: by these everything else can be found and called.
    GENERIC,
    /// In the default list.
    CORE,
    /// When its toolset is asked for.
    TOOLSET,
    /// Only in search results.
    SEARCHABLE
}
