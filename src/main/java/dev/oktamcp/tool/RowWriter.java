package dev.oktamcp.tool;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/// What a call writes out row by row, since it is too much for an answer. Each row is cleaned by
/// SHAPE before anybody has it, like an answer.
public final class RowWriter {

    private final TextSink sink;
    private final ToolCall call;
    private @Nullable Consumer<ObjectNode> shaping;
    private int written;
    private long lastAt = System.nanoTime();

    RowWriter(TextSink sink, ToolCall call) {
        this.sink = sink;
        this.call = call;
    }

    /// How many are wanted at most.
    public int most() {
        return sink.mostRows();
    }

    /// How many were written.
    public int written() {
        return written;
    }

    /// @param cleaning takes out of a row, in place, what must not leave
    public void shapedBy(Consumer<ObjectNode> cleaning) {
        shaping = cleaning;
    }

    /// Writes a row. A call that gets on has its whole time again.
    ///
    /// @param form makes its text, once it is clean
    /// @throws ToolException where nobody takes it any more
    public void write(ObjectNode row, Function<ObjectNode, String> form) {
        if (shaping == null) {
            throw new IllegalStateException("A row must not leave before SHAPE has seen it");
        }
        shaping.accept(row);
        sink.write(form.apply(row));
        written++;
        var now = System.nanoTime();
        call.waited(Duration.ofNanos(now - lastAt));
        lastAt = now;
    }

    /// Writes what is ours: the names of columns, a last line.
    public void writeOwn(String text) {
        sink.write(text);
    }
}
