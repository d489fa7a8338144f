package dev.oktamcp.mcp;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.regex.Pattern;

/// Reads which trace a request belongs to (W3C Trace Context, section 3.2).
final class Traces {

    private static final Pattern PARENT =
            Pattern.compile("[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private Traces() {}

    /// Null for whatever is none: a trace is a help, and no reason to refuse a request.
    static @Nullable String parent(@Nullable JsonNode given) {
        return given != null && PARENT.matcher(given.asString("")).matches()
                ? given.asString()
                : null;
    }
}
