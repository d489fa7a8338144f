package dev.oktamcp.tool;

/// An API token is no longer good: it was deleted, here or on another replica, or its time has
/// come. What was begun with it as second factor ends.
public record ApiTokenEnded(String id) {}
