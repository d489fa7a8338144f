package dev.oktamcp.simulation;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/// How many requests are answered at once.
final class Slots {

    private final Semaphore free;

    /// @param count 0 for any number
    Slots(int count) {
        free = new Semaphore(count == 0 ? Integer.MAX_VALUE : count);
    }

    /// A slot for one request; whether it was granted is known at once.
    Slot take() {
        return new Slot(free, free.tryAcquire());
    }

    /// A granted slot is given back once, however often that is asked for.
    static final class Slot implements AutoCloseable {

        private final Semaphore free;
        private final boolean granted;
        private final AtomicBoolean held;

        private Slot(Semaphore free, boolean granted) {
            this.free = free;
            this.granted = granted;
            this.held = new AtomicBoolean(granted);
        }

        boolean isGranted() {
            return granted;
        }

        @Override
        public void close() {
            if (held.getAndSet(false)) {
                free.release();
            }
        }
    }
}
