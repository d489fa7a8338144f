package dev.oktamcp.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/// Lets callers that come at the same time have their work done at once, by one of them. Who comes
/// alone works at once; who comes while another works waits until that is done, and then one of
/// those that waited works for all of them.
final class Batches<T> {

    /// Keeps a transaction, and the memory it takes, small.
    private static final int MOST = 100;

    /// @param turn ends with whether its item is done; where it is not, its caller is to work
    private record Waiting<T>(T item, CompletableFuture<Boolean> turn) {}

    private final List<Waiting<T>> waiting = new ArrayList<>();
    private final Consumer<List<T>> work;
    private boolean working;

    Batches(Consumer<List<T>> work) {
        this.work = work;
    }

    /// Returns when the work was done with this item among others.
    ///
    /// @throws RuntimeException that the work threw, to all whose items it was done with
    void add(T item) {
        var mine = new Waiting<>(item, new CompletableFuture<Boolean>());
        if (!begins(mine) && done(mine)) {
            return;
        }
        gather();
        var all = taken();
        try {
            work.accept(all.stream().map(Waiting::item).toList());
            all.forEach(one -> one.turn().complete(true));
        } catch (RuntimeException | Error e) {
            all.forEach(one -> one.turn().completeExceptionally(e));
            throw e;
        } finally {
            next();
        }
    }

    /// Lets go first who is ready to run, as long as that brings items: where the processors are
    /// busy, many are done at once; where nobody else is ready, it takes no time.
    @SuppressWarnings("ThreadPriorityCheck") // a hint is enough: without it, more transactions
    private void gather() {
        var before = 0;
        for (var now = 1; now > before && now < MOST; now = count()) {
            before = now;
            Thread.yield();
        }
    }

    private synchronized int count() {
        return waiting.size();
    }

    private synchronized boolean begins(Waiting<T> mine) {
        waiting.add(mine);
        var first = !working;
        working = true;
        return first;
    }

    private static boolean done(Waiting<?> mine) {
        try {
            return mine.turn().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private synchronized List<Waiting<T>> taken() {
        var first = waiting.subList(0, Math.min(MOST, waiting.size()));
        var all = List.copyOf(first);
        first.clear();
        return all;
    }

    private synchronized void next() {
        if (waiting.isEmpty()) {
            working = false;
        } else {
            waiting.getFirst().turn().complete(false);
        }
    }
}
