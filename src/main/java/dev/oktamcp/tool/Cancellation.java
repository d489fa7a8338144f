package dev.oktamcp.tool;

import java.util.ArrayList;
import java.util.List;

/// Says that a call is no longer wanted, and stops what has registered here.
///
/// Not an interrupt: an interrupted thread would close the embedded database's file.
public final class Cancellation {

    private final List<Runnable> stops = new ArrayList<>();
    private boolean cancelled;

    public synchronized boolean cancelled() {
        return cancelled;
    }

    /// Runs `stop` when the call is cancelled, at once if it already is.
    public void onCancel(Runnable stop) {
        synchronized (this) {
            if (!cancelled) {
                stops.add(stop);
                return;
            }
        }
        stop.run();
    }

    public void cancel() {
        List<Runnable> toStop;
        synchronized (this) {
            cancelled = true;
            toStop = List.copyOf(stops);
            stops.clear();
        }
        toStop.forEach(Runnable::run);
    }
}
