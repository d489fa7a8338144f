package dev.oktamcp.tool;

import java.util.Map;

/// A call as it came, before anything was checked: a name and arguments (values as Jackson reads
/// them into plain Java).
public record ToolRequest(String name, Map<String, Object> arguments, Interaction interaction) {}
