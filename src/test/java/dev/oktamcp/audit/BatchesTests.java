package dev.oktamcp.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

class BatchesTests {

    private final CountDownLatch go = new CountDownLatch(1);
    private final List<List<Integer>> done = new ArrayList<>();
    private final Batches<Integer> together = new Batches<>(this::work);

    /// The first waits; one hundred and one does not work.
    private void work(List<Integer> items) {
        if (items.contains(0)) {
            wait(go);
        }
        if (items.contains(101)) {
            throw new IllegalStateException("broken");
        }
        done.add(items);
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<Void> add(int item) {
        var thread = new CompletableFuture<Thread>();
        var added =
                CompletableFuture.runAsync(
                        () -> {
                            thread.complete(Thread.currentThread());
                            together.add(item);
                        },
                        Thread::startVirtualThread);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(1))
                .until(() -> added.isDone() || waits(thread.join()));
        return added;
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }

    @Test
    void isDoneAtOnceForOneThatComesAlone() {
        together.add(1);
        together.add(2);

        assertThat(done).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void isDoneForAllThatWaited() {
        var first = add(0);
        var others = IntStream.rangeClosed(1, 5).mapToObj(this::add).toList();

        go.countDown();

        first.join();
        others.forEach(CompletableFuture::join);
        assertThat(done).containsExactly(List.of(0), List.of(1, 2, 3, 4, 5));
    }

    /// Whoever of them did the work.
    @Test
    void failsForAllThatWereTogether() {
        var first = add(0);
        var others = IntStream.of(1, 101, 2).mapToObj(this::add).toList();

        go.countDown();

        first.join();
        for (var other : others) {
            assertThatThrownBy(other::join)
                    .isInstanceOf(CompletionException.class)
                    .hasRootCauseMessage("broken");
        }
        assertThat(done).containsExactly(List.of(0));
    }

    @Test
    void failsForThoseAloneThatWereTogether() {
        var first = add(0);
        var others = IntStream.rangeClosed(1, 101).mapToObj(this::add).toList();

        go.countDown();

        first.join();
        others.subList(0, 100).forEach(CompletableFuture::join);
        assertThatThrownBy(() -> others.getLast().join())
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("broken");
        together.add(102);
        assertThat(done.getLast()).containsExactly(102);
    }
}
