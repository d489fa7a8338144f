package dev.oktamcp.tool;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.Optional;

/// With nobody there who could be asked or told anything.
record Unwatched(Cancellation cancellation, Optional<TextSink> sink) implements Interaction {

    @Override
    public Answer ask(String question, String about) {
        return Answer.CANNOT_ASK;
    }

    @Override
    public boolean can(InputRequest.Kind kind) {
        return false;
    }

    @Override
    public Map<String, ObjectNode> inputs(Map<String, InputRequest> requests) {
        return Map.of();
    }

    @Override
    public void progress(double done, @Nullable Double total, String message) {}

    @Override
    public void log(LogLevel level, String logger, String message) {}
}
