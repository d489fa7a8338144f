package dev.oktamcp.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// The connectors in turns, each in its own JVM, against the bare upstream.
final class ConnectorBench implements AutoCloseable {

    private static final int ROUNDS = 5;
    private static final Pattern URL = Pattern.compile("(http://\\S+)");
    private static final Pattern READY = Pattern.compile("= (\\d+)");

    private final Child upstream = Child.of(BareUpstream.class);
    private final String url = upstream.await(URL);
    private final Map<Connector, Child> children = new EnumMap<>(Connector.class);
    private final Map<Connector, List<Run>> starts = new EnumMap<>(Connector.class);

    private ConnectorBench() throws IOException {}

    /// Runs for about the time that is given, and prints a table.
    static void run(Duration whole) throws IOException, InterruptedException {
        var cases = ConnectorCase.all();
        var runs = (ROUNDS + 1L) * cases.size() * Connector.values().length;
        try (var bench = new ConnectorBench()) {
            bench.start();
            var measured = bench.measured(cases, Duration.ofMillis(whole.toMillis() / runs));
            ConnectorTable.print(measured, ROUNDS);
            ConnectorTable.printStarts(bench.starts);
        }
    }

    /// Starts each as often as it is measured; the last ones stay.
    private void start() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            for (var connector : Connector.values()) {
                var child =
                        Child.of(ConnectorLoad.class, connector.name(), url + "/api/v1/users/1");
                var milliseconds = Duration.ofMillis(Long.parseLong(child.await(READY)));
                var load = new Load(1, 1, 0, milliseconds, milliseconds, 0);
                starts.computeIfAbsent(connector, none -> new ArrayList<>())
                        .add(new Run(load, child.processorTime()));
                var before = children.put(connector, child);
                if (before != null) {
                    before.close();
                }
            }
        }
    }

    private Map<ConnectorCase, Map<Connector, List<Run>>> measured(
            List<ConnectorCase> cases, Duration time) throws IOException, InterruptedException {
        var measured = new LinkedHashMap<ConnectorCase, Map<Connector, List<Run>>>();
        for (int round = -1; round < ROUNDS; round++) {
            for (var each : cases) {
                Target.get(url + "/latency/" + each.latency()).answer();
                for (var connector : Connector.values()) {
                    var run = run(connector, each, time);
                    if (round >= 0) { // before, the JVMs get warm
                        measured.computeIfAbsent(each, none -> new EnumMap<>(Connector.class))
                                .computeIfAbsent(connector, none -> new ArrayList<>())
                                .add(run);
                    }
                }
            }
        }
        return measured;
    }

    private Run run(Connector connector, ConnectorCase each, Duration time) throws IOException {
        var child = Objects.requireNonNull(children.get(connector));
        var before = child.processorTime();
        var uri = URI.create(url + each.path());
        var load =
                Load.parse(child.ask("%d %d %s".formatted(each.callers(), time.toMillis(), uri)));
        return new Run(
                load.ofGoodAnswers(connector.name(), each.size()),
                child.processorTime().minus(before));
    }

    @Override
    public void close() {
        children.values().forEach(Child::close);
        upstream.close();
    }
}
