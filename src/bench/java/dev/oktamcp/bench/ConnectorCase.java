package dev.oktamcp.bench;

import java.util.ArrayList;
import java.util.List;

/// @param latency of the upstream, in milliseconds
/// @param size of the answer's body, at least
record ConnectorCase(String name, int callers, int latency, String path, int size) {

    static List<ConnectorCase> all() {
        var all = new ArrayList<ConnectorCase>();
        for (var callers : List.of(1, 16, 64, 256)) {
            add(all, callers, 0);
            if (callers > 1) { // one that waits uses too little of the processors to be measured
                add(all, callers, 50);
            }
        }
        return all;
    }

    private static void add(List<ConnectorCase> all, int callers, int latency) {
        all.add(new ConnectorCase("one user", callers, latency, "/api/v1/users/1", 500));
        all.add(new ConnectorCase("300 KB", callers, latency, "/api/v1/logs", 299_000));
    }
}
