package dev.oktamcp.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The packaged server beside the SDK's minimal one and beside direct calls, in turns.
final class ServerBench {

    private static final int ROUNDS = 5;
    private static final int RUNS_IN_A_ROUND = 13;
    private static final int CALLERS_TO_GET_WARM = 64;

    private final Servers servers;
    private final Duration time;

    private ServerBench(Servers servers, Duration time) {
        this.servers = servers;
        this.time = time;
    }

    /// Runs for about the time that is given, and prints a table.
    static void run(Duration whole) throws IOException, InterruptedException {
        var runs = RUNS_IN_A_ROUND * (ROUNDS + 1L);
        var time = Duration.ofSeconds(Math.max(2, whole.toSeconds() / runs));
        try (var servers = new Servers()) {
            var bench = new ServerBench(servers, time);
            ServerTable.print(bench.measured(ServerCase.all(servers)), ROUNDS, time);
        }
    }

    private Map<ServerCase, List<Round>> measured(List<ServerCase> cases)
            throws IOException, InterruptedException {
        var measured = new LinkedHashMap<ServerCase, List<Round>>();
        for (var each : cases) {
            measured.put(each, new ArrayList<>());
            round(each.at(CALLERS_TO_GET_WARM));
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (var each : measured.entrySet()) {
                each.getValue().add(round(each.getKey()));
            }
        }
        return measured;
    }

    private Round round(ServerCase each) throws IOException, InterruptedException {
        var target = each.direct();
        var direct = target == null ? null : run(servers.upstream, target, each.callers());
        var ours = run(servers.ours, each.ours(), each.callers());
        var sdk = run(servers.sdk, each.sdk(), each.callers());
        return new Round(direct, ours, sdk);
    }

    private Run run(Child child, Target target, int callers)
            throws IOException, InterruptedException {
        var size = target.answer().length();
        var before = child.processorTime();
        var load = Wrk.run(target, callers, time).ofGoodAnswers(target.toString(), size);
        return new Run(load, child.processorTime().minus(before));
    }
}
