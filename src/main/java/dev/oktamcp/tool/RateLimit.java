package dev.oktamcp.tool;

/// How much of a limit is left.
///
/// @param limit requests in a window
/// @param remaining requests left in this window
/// @param resetSeconds until the window ends, at least 1
public record RateLimit(int limit, int remaining, long resetSeconds) {}
