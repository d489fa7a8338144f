package dev.oktamcp.tool;

/// What one stage does with a call.
public interface ToolInterceptor {

    Stage stage();

    /// Passes the call on, or ends it here with a result of its own.
    ///
    /// @param next the rest of the chain
    ToolResult intercept(ToolCall call, ToolHandler next);
}
