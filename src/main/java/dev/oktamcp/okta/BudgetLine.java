package dev.oktamcp.okta;

/// What Okta said last of one bucket of its rate limits.
///
/// @param limit requests in a window
/// @param remaining requests left in this window
/// @param resetSeconds until the window ends; 0 where a new one begins with the next request
public record BudgetLine(String bucket, int limit, int remaining, long resetSeconds) {}
