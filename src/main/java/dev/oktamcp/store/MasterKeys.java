package dev.oktamcp.store;

import org.jspecify.annotations.Nullable;

/// The master key of this replica, and the one before it where one is given.
record MasterKeys(MasterKey current, @Nullable MasterKey previous) {

    MasterKeys(MasterKey current, @Nullable MasterKey previous) {
        this.current = current;
        this.previous = previous != null && previous.id().equals(current.id()) ? null : previous;
    }

    @Override
    public String toString() {
        return previous == null ? current.toString() : current + " and " + previous;
    }
}
