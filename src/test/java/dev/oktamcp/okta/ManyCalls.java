package dev.oktamcp.okta;

import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Calls that were made at once.
///
/// @param took from the first one's begin to the last one's end
/// @param failures what is said of those that did not succeed
record ManyCalls(Duration took, List<String> failures) {

    static ManyCalls of(RawClient client, String tool, int count) throws InterruptedException {
        var results = new ArrayList<Future<CallResult>>();
        var start = new CountDownLatch(1);
        long begin;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                results.add(
                        threads.submit(() -> {
                            start.await();
                            return client.call(tool, Map.of("limit", 1));
                        }));
            }
            begin = System.nanoTime();
            start.countDown();
        }
        return new ManyCalls(Duration.ofNanos(System.nanoTime() - begin), failures(results));
    }

    private static List<String> failures(List<Future<CallResult>> results) {
        return results.stream()
                .map(Future::resultNow)
                .filter(CallResult::failed)
                .map(result -> result.code() + " " + result.text())
                .toList();
    }
}
