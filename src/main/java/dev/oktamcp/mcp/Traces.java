package dev.oktamcp.mcp;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.regex.Pattern;

/// Reads which trace a request belongs to (W3C Trace Context, section 3.2).
final class Traces {

    private static final Pattern PARENT =
            Pattern.compile(
                    "[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private Traces() {}

    /// The trace of a request; null for whatever names none: a trace is a help, and no reason to
    /// refuse a request.
    static @Nullable String id(ObjectNode params) {
        var parent = PARENT.matcher(params.path("_meta").path("traceparent").asString(""));
        return parent.matches() ? parent.group(1) : null;
    }
}
