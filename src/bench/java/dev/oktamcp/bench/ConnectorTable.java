package dev.oktamcp.bench;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// Each connector in ratios to the JDK's.
final class ConnectorTable {

    private ConnectorTable() {}

    static void print(Map<ConnectorCase, Map<Connector, List<Run>>> measured, int rounds) {
        IO.println("To the JDK's client: median (least to most) of %d rounds.".formatted(rounds));
        row(
                "answer",
                "callers",
                "latency",
                "connector",
                "answers a second",
                "CPU per answer",
                "p50");
        row("---", "---", "---", "---", "---", "---", "---");
        measured.forEach(ConnectorTable::rows);
    }

    private static void rows(ConnectorCase each, Map<Connector, List<Run>> runs) {
        for (var connector : Connector.values()) {
            if (connector != Connector.JDK) {
                row(
                        each.name(),
                        each.callers(),
                        each.latency(),
                        connector,
                        ratio(runs, connector, Run::perSecond),
                        ratio(runs, connector, Run::processorMicroseconds),
                        ratio(runs, connector, Run::medianMicroseconds));
            }
        }
    }

    static void printStarts(Map<Connector, List<Run>> starts) {
        IO.println("From the start of the JVM to the first answer: time, and CPU time.");
        for (var connector : Connector.values()) {
            IO.println(
                    "%s %s, %s"
                            .formatted(
                                    connector,
                                    ratio(starts, connector, Run::medianMicroseconds),
                                    ratio(starts, connector, Run::processorMicroseconds)));
        }
    }

    private static Spread ratio(
            Map<Connector, List<Run>> runs, Connector connector, ToDoubleFunction<Run> figure) {
        return Spread.ratio(
                runs.getOrDefault(connector, List.of()),
                runs.getOrDefault(Connector.JDK, List.of()),
                figure);
    }

    private static void row(Object... cells) {
        IO.println("| %-8s | %7s | %7s | %-13s | %-20s | %-20s | %-20s |".formatted(cells));
    }
}
