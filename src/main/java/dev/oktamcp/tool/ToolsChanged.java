package dev.oktamcp.tool;

/// Some callers may see other tools than before: a scope was granted or taken, or a tool's state
/// has changed.
public record ToolsChanged() {}
