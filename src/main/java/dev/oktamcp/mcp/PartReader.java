package dev.oktamcp.mcp;

import dev.oktamcp.tool.Cancellation;
import dev.oktamcp.tool.InputRequest;
import dev.oktamcp.tool.Interaction;
import dev.oktamcp.tool.LogLevel;
import dev.oktamcp.tool.TextSink;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.Optional;

/// Keeps what a call writes out, as much as a message holds: the rest is read by another.
final class PartReader implements Interaction, TextSink {

    /// Of the longest rows, events of the System Log, as many as clients take in one answer.
    private static final int MOST_ROWS = 100;

    private final Interaction client;
    private final StringBuilder text = new StringBuilder();

    /// @param client with whom the call can do all the rest
    PartReader(Interaction client) {
        this.client = client;
    }

    String text() {
        return text.toString();
    }

    @Override
    public Optional<TextSink> sink() {
        return Optional.of(this);
    }

    @Override
    public int mostRows() {
        return MOST_ROWS;
    }

    @Override
    public void write(String piece) {
        text.append(piece);
    }

    @Override
    public Answer ask(String question, String about) {
        return client.ask(question, about);
    }

    @Override
    public boolean can(InputRequest.Kind kind) {
        return client.can(kind);
    }

    @Override
    public Map<String, ObjectNode> inputs(Map<String, InputRequest> requests) {
        return client.inputs(requests);
    }

    @Override
    public void progress(double done, @Nullable Double total, String message) {
        client.progress(done, total, message);
    }

    @Override
    public void log(LogLevel level, String logger, String message) {
        client.log(level, logger, message);
    }

    @Override
    public Cancellation cancellation() {
        return client.cancellation();
    }
}
