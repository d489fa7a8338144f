package dev.oktamcp.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// One connector in a process of its own, called from virtual threads as the product calls it.
final class ConnectorLoad {

    private static final int MOST_TIMES = 4_000_000;

    private final Gateway gateway;
    private final int[] microseconds = new int[MOST_TIMES];

    private ConnectorLoad(Gateway gateway) {
        this.gateway = gateway;
    }

    /// Says how long it took until the first answer, then obeys lines of the form `callers
    /// milliseconds url`. Arguments: the connector, and the URL of the first request.
    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException {
        var gateway = new Gateway(Connector.valueOf(arguments[0]));
        var _ = gateway.send("GET", URI.create(arguments[1]), "").get();
        IO.println("= " + ManagementFactory.getRuntimeMXBean().getUptime());
        var load = new ConnectorLoad(gateway);
        var input =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = input.readLine(); line != null; line = input.readLine()) {
            var words = line.split(" ", -1);
            var time = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(words[1]));
            IO.println(load.run(Integer.parseInt(words[0]), time, URI.create(words[2])));
        }
    }

    /// @return seconds, answers, failures, median and 99th percentile in microseconds
    private String run(int callers, long time, URI uri) throws InterruptedException {
        var answers = new AtomicInteger();
        var failures = new LongAdder();
        var begin = System.nanoTime();
        var ended = new Semaphore(0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < callers; caller++) {
                threads.execute(() -> {
                    call(uri, begin + time, answers, failures);
                    ended.release();
                });
            }
            ended.acquire(callers);
        }
        var taken = System.nanoTime() - begin;
        var number = Math.min(MOST_TIMES, answers.get());
        Arrays.sort(microseconds, 0, number);
        return "= %d %d %d %d %d"
                .formatted(
                        taken / 1000,
                        answers.get(),
                        failures.sum(),
                        microseconds[number / 2],
                        microseconds[(int) (number * 0.99)]);
    }

    private void call(URI uri, long end, AtomicInteger answers, LongAdder failures) {
        for (var begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
            try {
                var answer = gateway.send("GET", uri, "").get(30, TimeUnit.SECONDS);
                if (answer.status() != 200) {
                    failures.increment();
                }
            } catch (ExecutionException | TimeoutException | InterruptedException e) {
                failures.increment();
            }
            var index = answers.getAndIncrement();
            microseconds[index % MOST_TIMES] = (int) ((System.nanoTime() - begin) / 1000);
        }
    }
}
