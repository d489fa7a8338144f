package dev.oktamcp.tool;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;

/// Says that a call is no longer wanted, and stops what has registered here.
///
/// Not an interrupt: an interrupted thread would close the embedded database's file.
public final class Cancellation {

    private static final Logger log = LoggerFactory.getLogger(Cancellation.class);

    private final List<Runnable> stops = new ArrayList<>();
    private boolean cancelled;
    private @Nullable String why;

    /// Whether the call is no longer wanted.
    public synchronized boolean cancelled() {
        return cancelled;
    }

    /// What ended a call that its client still waits for, in words for the client; null where the
    /// client took it back, and nobody waits.
    public synchronized @Nullable String why() {
        return why;
    }

    /// Runs `stop` when the call is cancelled, at once if it already is.
    ///
    /// @return to be closed when there is nothing to stop any more
    public Registration onCancel(Runnable stop) {
        synchronized (this) {
            if (!cancelled) {
                stops.add(stop);
                return () -> forget(stop);
            }
        }
        stop.run();
        return () -> {};
    }

    private synchronized void forget(Runnable stop) {
        stops.remove(stop);
    }

    /// Says that the call is no longer wanted by its client.
    public void cancel() {
        stop(null);
    }

    /// Ends a call that its client still waits for.
    ///
    /// @param cause what ended it, in words for the client
    public void end(String cause) {
        stop(cause);
    }

    private void stop(@Nullable String cause) {
        List<Runnable> toStop;
        synchronized (this) {
            why = cancelled ? why : cause;
            cancelled = true;
            toStop = List.copyOf(stops);
            stops.clear();
        }
        toStop.forEach(Cancellation::run);
    }

    /// One that can't be stopped must not keep the others from it.
    private static void run(Runnable stop) {
        try {
            stop.run();
        } catch (RuntimeException e) {
            log.error("Something went on after its call was cancelled", e);
        }
    }

    /// Something that is stopped when the call is cancelled.
    @FunctionalInterface
    public interface Registration extends AutoCloseable {

        @Override
        void close();
    }
}
