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
    private static final long RUNS_IN_A_ROUND = 16L;
    private static final int CALLERS_TO_GET_WARM = 64;
    private static final int MOST_RUNS_TO_GET_WARM = 30;

    private final Servers servers;
    private final Duration time;

    private ServerBench(Servers servers, Duration time) {
        this.servers = servers;
        this.time = time;
    }

    /// Measures for about the time that is given, after the JVMs got warm, and prints a table.
    static void run(Duration whole) throws IOException, InterruptedException {
        var time = whole.dividedBy(RUNS_IN_A_ROUND * ROUNDS);
        try (var servers = new Servers()) {
            var bench = new ServerBench(servers, time);
            var cases = ServerCase.all(servers);
            for (var each : cases) {
                bench.warm(servers.ours, each.ours());
                bench.warm(each.other(servers), each.other());
            }
            ServerTable.print(bench.measured(cases), ROUNDS, time);
        }
    }

    /// Until an answer costs as much as before, nearly.
    private void warm(Child child, Target target) throws IOException, InterruptedException {
        var before = Double.POSITIVE_INFINITY;
        for (int i = 0; i < MOST_RUNS_TO_GET_WARM; i++) {
            var now = run(child, target, CALLERS_TO_GET_WARM).processorMicroseconds();
            if (now > before * 0.97) {
                return;
            }
            before = now;
        }
    }

    private Map<ServerCase, List<Round>> measured(List<ServerCase> cases)
            throws IOException, InterruptedException {
        var measured = new LinkedHashMap<ServerCase, List<Round>>();
        for (int round = 0; round < ROUNDS; round++) {
            for (var each : cases) {
                measured.computeIfAbsent(each, none -> new ArrayList<>()).add(round(each));
            }
        }
        return measured;
    }

    private Round round(ServerCase each) throws IOException, InterruptedException {
        var target = each.direct();
        var direct = target == null ? null : run(servers.upstream, target, each.callers());
        var ours = run(servers.ours, each.ours(), each.callers());
        var other = run(each.other(servers), each.other(), each.callers());
        return new Round(direct, ours, other);
    }

    private Run run(Child child, Target target, int callers)
            throws IOException, InterruptedException {
        var size = target.answer().length();
        var before = child.processorTime();
        var load = Wrk.run(target, callers, time).ofGoodAnswers(target.toString(), size);
        return new Run(load, child.processorTime().minus(before));
    }
}
