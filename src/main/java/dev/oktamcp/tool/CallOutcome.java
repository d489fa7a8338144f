package dev.oktamcp.tool;

import org.jspecify.annotations.Nullable;

/// How a call ended, and what else its client may know of it.
///
/// @param callId the name by which the audit and the log know the call
/// @param rateLimit the scarcest of Okta's limits that the call drew on; null where none was heard
public record CallOutcome(String callId, ToolResult result, @Nullable RateLimit rateLimit) {}
