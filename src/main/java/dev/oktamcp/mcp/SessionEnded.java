package dev.oktamcp.mcp;

/// A session was ended before its time was over, here or at another replica.
record SessionEnded(String sessionId) {}
