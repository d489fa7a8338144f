package dev.oktamcp.catalog;

import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.Rehearsed;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolHandler;
import dev.oktamcp.tool.ToolResult;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// Tells what a tool would do: runs it up to the first change that it would send, reads what that
/// is about, and lets the tool's own preview add what only it knows.
final class PreviewHandler implements ToolHandler {

    private final ToolHandler handler;
    private final Function<Rehearsed, Preview> previews;
    private final @Nullable BoundMethod own;

    /// @param previews what is known of a first change
    /// @param own the tool's `@PreviewOf`, where it has one
    PreviewHandler(
            ToolHandler handler, Function<Rehearsed, Preview> previews, @Nullable BoundMethod own) {
        this.handler = handler;
        this.previews = previews;
        this.own = own;
    }

    @Override
    public ToolResult handle(ToolCall call) {
        if (own == null) {
            return ToolResult.Success.of(rehearsed(call).json());
        }
        var known = own.takes(Preview.class) ? rehearsed(call) : Preview.EMPTY;
        return ToolResult.Success.of(((Preview) own.call(call, known)).json());
    }

    private Preview rehearsed(ToolCall call) {
        try {
            var _ = handler.handle(call);
            return Preview.EMPTY.note("As it is now, nothing would be changed.");
        } catch (Rehearsed rehearsed) {
            return previews.apply(rehearsed);
        }
    }
}
