package dev.oktamcp.mcp;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Closes open streams before the web server waits for its requests to end: calls finish, and the
/// streams on which they are answered with them; other streams do not hold up the stop.
@Component
final class StreamShutdown implements SmartLifecycle {

    private final NoticeStreams notices;
    private final SseConnections connections;
    private volatile boolean running;

    StreamShutdown(NoticeStreams notices, SseConnections connections) {
        this.notices = notices;
        this.connections = connections;
    }

    @Override
    public void start() {
        running = true;
        notices.start();
        connections.start();
    }

    @Override
    public void stop() {
        running = false;
        connections.stop();
        notices.stop();
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
