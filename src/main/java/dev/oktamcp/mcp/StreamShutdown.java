package dev.oktamcp.mcp;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;

/// Closes open streams before the web server waits for its requests to end: calls finish, and the
/// streams on which they are answered with them; other streams do not hold up the stop. A call that
/// takes longer than the stop can wait is ended while there is time to say so.
@Component
final class StreamShutdown implements SmartLifecycle {

    private final NoticeStreams notices;
    private final SseConnections connections;
    private final CallsInProgress calls;
    private final Duration patience;
    private volatile boolean running;
    private volatile @Nullable Thread lateCalls;

    /// @param wait how long the web server waits for its requests
    StreamShutdown(
            NoticeStreams notices,
            SseConnections connections,
            CallsInProgress calls,
            @Value("${spring.lifecycle.timeout-per-shutdown-phase}") Duration wait) {
        this.notices = notices;
        this.connections = connections;
        this.calls = calls;
        this.patience = wait.multipliedBy(3).dividedBy(4);
    }

    @Override
    public void start() {
        running = true;
        var late = lateCalls;
        if (late != null) {
            late.interrupt();
        }
        notices.start();
        connections.start();
    }

    @Override
    public void stop() {
        running = false;
        connections.stop();
        notices.stop();
        lateCalls = Thread.startVirtualThread(this::endLateCalls);
    }

    private void endLateCalls() {
        try {
            Thread.sleep(patience);
            calls.serverStops();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it was started again
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// The first to be stopped.
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
