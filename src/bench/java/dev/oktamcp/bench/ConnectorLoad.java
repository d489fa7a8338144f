package dev.oktamcp.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One connector in a process of its own, called from virtual threads as the product calls it.
final class ConnectorLoad {

    private static final int SECONDS_TO_ANSWER = 30;

    private final Gateway gateway;

    private ConnectorLoad(Gateway gateway) {
        this.gateway = gateway;
    }

    /// Says how long it took until the first answer, then obeys lines of the form `callers
    /// milliseconds url`. Arguments: the connector, and the URL of the first request.
    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException {
        var gateway = new Gateway(Connector.valueOf(arguments[0]));
        gateway.send("GET", URI.create(arguments[1]), "").get();
        IO.println("= " + ManagementFactory.getRuntimeMXBean().getUptime());
        var load = new ConnectorLoad(gateway);
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = input.readLine(); line != null; line = input.readLine()) {
            var words = line.split(" ", -1);
            var time = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(words[1]));
            IO.println("= " + load.run(Integer.parseInt(words[0]), time, URI.create(words[2])));
        }
    }

    private Times run(int callers, long time, URI uri) throws InterruptedException {
        var times = new Times();
        var end = System.nanoTime() + time;
        var ended = new Semaphore(0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < callers; caller++) {
                threads.execute(() -> {
                    call(uri, end, times);
                    ended.release();
                });
            }
            ended.acquire(callers);
        }
        return times;
    }

    private void call(URI uri, long end, Times times) {
        for (var begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
            try {
                var answer = gateway.send("GET", uri, "").get(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
                times.add(System.nanoTime() - begin, answer.body().length);
            } catch (ExecutionException | TimeoutException | InterruptedException e) {
                times.addFailure();
            }
        }
    }
}
