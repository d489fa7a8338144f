package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// Writes what an administrator did through the API into the System Log.
///
/// ASSUMPTION: an attempt that was refused is not logged.
record AdminActions(Store store) {

    void log(Call call, LogEventType type, Party... targets) {
        log(call, call.principal().party(), type, targets);
    }

    void log(Call call, Party actor, LogEventType type, Party... targets) {
        store.log()
                .write(
                        new LogEntry(
                                type,
                                store.clock().instant(),
                                actor,
                                List.of(targets),
                                "SUCCESS",
                                "",
                                origin(call)));
    }

    private static Origin origin(Call call) {
        var request = call.request();
        return new Origin(
                request.id(),
                request.target(),
                request.header("user-agent"),
                request.ipAddress(),
                Place.home(),
                call.principal().apiTokenId());
    }

    /// Every API token of the simulated org belongs to its administrator.
    ObjectNode owner() {
        return store.users()
                .withProfile("login", SeedPeople.ADMINISTRATOR)
                .orElseThrow(() -> new IllegalStateException("The administrator is always there"));
    }
}
