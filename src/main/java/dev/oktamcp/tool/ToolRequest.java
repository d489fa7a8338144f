package dev.oktamcp.tool;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// A call as it came, before anything was checked: a name and arguments (values as Jackson reads
/// them into plain Java).
///
/// @param traceId of the trace that the caller says it belongs to, 32 hexadecimal digits (W3C Trace
///   Context, section 3.2.2.3); null where it says none
public record ToolRequest(
        String name,
        Map<String, Object> arguments,
        Interaction interaction,
        @Nullable String traceId) {

    /// A call that belongs to no trace.
    public ToolRequest(String name, Map<String, Object> arguments, Interaction interaction) {
        this(name, arguments, interaction, null);
    }
}
