package dev.oktamcp.tool;

import org.jspecify.annotations.Nullable;

/// Ends a tool's run with a failure that is fit to be shown.
public class ToolException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ToolResult.Failure failure;

    /// A failure without a cause that the log would need.
    public ToolException(ToolResult.Failure failure) {
        this(failure, null);
    }

    /// @param cause for the log alone
    public ToolException(ToolResult.Failure failure, @Nullable Throwable cause) {
        super(failure.message(), cause);
        this.failure = failure;
    }

    /// What the caller is told.
    public ToolResult.Failure failure() {
        return failure;
    }
}
