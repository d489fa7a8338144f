package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The System Log in the order in which events were stored.
final class SystemLog {

    private final Ids ids;
    private final List<Stored> events = new ArrayList<>();

    SystemLog(Ids ids) {
        this.ids = ids;
    }

    /// @param sequence counted from 1 in the order of storing
    record Stored(long sequence, Instant published, ObjectNode json) {}

    void write(LogEntry entry) {
        var sequence = events.size() + 1L;
        var json = new LogEventJson(entry).write(ids.uuid("event " + sequence));
        events.add(new Stored(sequence, entry.published(), json));
    }

    List<Stored> events() {
        return List.copyOf(events);
    }
}
