package dev.oktamcp.tool;

/// What happens when a call reaches it: the tool itself, or the rest of the chain before it.
@FunctionalInterface
public interface ToolHandler {

    ToolResult handle(ToolCall call);
}
