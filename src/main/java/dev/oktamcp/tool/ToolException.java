package dev.oktamcp.tool;

import org.jspecify.annotations.Nullable;

/// Ends a tool's run with a failure that is fit to be shown.
public class ToolException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ToolResult.Failure failure;

    public ToolException(ToolResult.Failure failure) {
        this(failure, null);
    }

    public ToolException(ToolResult.Failure failure, @Nullable Throwable cause) {
        super(failure.message(), cause);
        this.failure = failure;
    }

    public ToolResult.Failure failure() {
        return failure;
    }
}
