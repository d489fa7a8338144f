package dev.oktamcp.tool;

/// A definition and what runs when it is called. Only the chain calls the handlers.
///
/// @param preview what runs in place of the handler when the call is rehearsed: it answers with a
///   `Preview`, and changes nothing
public record Tool(ToolDefinition definition, ToolHandler handler, ToolHandler preview) {

    /// One of which there is nothing to tell before: it reads, or is rehearsed by nobody.
    public Tool(ToolDefinition definition, ToolHandler handler) {
        this(definition, handler, _ -> ToolResult.Success.of(Preview.EMPTY.json()));
    }
}
