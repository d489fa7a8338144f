package dev.oktamcp.bench;

import java.io.IOException;
import java.time.Duration;

/// What `src/bench/run` starts.
final class Bench {

    private Bench() {}

    /// Arguments: what is compared, and for about how many minutes.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var time = Duration.ofMinutes(Long.parseLong(arguments[1]));
        switch (arguments[0]) {
            case "servers" -> ServerBench.run(time);
            case "probes" -> ConnectorProbes.run();
            case "connectors" -> ConnectorBench.run(time);
            default -> throw new IllegalArgumentException("Unknown: " + arguments[0]);
        }
        System.exit(0); // some of the clients would keep the JVM
    }
}
