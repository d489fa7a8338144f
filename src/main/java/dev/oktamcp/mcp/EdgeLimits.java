package dev.oktamcp.mcp;

import static dev.oktamcp.mcp.ProtocolException.INVALID_REQUEST;

import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.ServerTokensChanged;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What the holder of one URL can take of this server, before a message has been looked at: so that
/// neither memory nor the audit can be filled. All of it is per MCP server.
@Component
final class EdgeLimits {

    private static final Duration WAIT_FOR_READING = Duration.ofSeconds(2);

    private final RateLimiterRegistry messages;
    private final RateLimiterRegistry sessions;
    private final BulkheadRegistry reading;
    private final BulkheadRegistry calls;
    private final BulkheadRegistry streams;

    EdgeLimits(McpProperties properties) {
        this.messages = perMinute(properties.messagesPerMinute());
        this.sessions = perMinute(properties.sessionsPerMinute());
        this.reading = places(properties.messagesRead(), WAIT_FOR_READING);
        this.calls = places(properties.concurrentCalls(), Duration.ZERO);
        this.streams = places(properties.streams(), Duration.ZERO);
    }

    private static RateLimiterRegistry perMinute(int most) {
        return RateLimiterRegistry.of(
                RateLimiterConfig.custom()
                        .limitForPeriod(most)
                        .limitRefreshPeriod(Duration.ofMinutes(1))
                        .timeoutDuration(Duration.ZERO)
                        .build());
    }

    private static BulkheadRegistry places(int most, Duration wait) {
        return BulkheadRegistry.of(
                BulkheadConfig.custom().maxConcurrentCalls(most).maxWaitDuration(wait).build());
    }

    /// @throws ProtocolException 429 where too many messages came within a minute
    void count(Caller caller) {
        if (!messages.rateLimiter(caller.server().id()).acquirePermission()) {
            throw tooMuch("Too many messages in a minute.");
        }
    }

    /// @throws ProtocolException 429 where too many sessions were begun within a minute
    void newSession(Caller caller) {
        if (!sessions.rateLimiter(caller.server().id()).acquirePermission()) {
            throw tooMuch("Too many sessions were begun in a minute.");
        }
    }

    /// Reads and parses a message in one of a few places; waits a little for one.
    ///
    /// @throws ProtocolException 429 where none gets free
    <T> T read(Caller caller, Supplier<T> reader) {
        return in(reading.bulkhead(caller.server().id()), reader);
    }

    /// Runs a call in one of its places, from its begin to its end.
    ///
    /// @throws ProtocolException 429 where all are taken
    void call(Caller caller, Runnable call) {
        run(calls.bulkhead(caller.server().id()), call);
    }

    /// Holds a stream in one of its places, from its begin to its end.
    ///
    /// @throws ProtocolException 429 where all are taken
    void stream(Caller caller, Runnable stream) {
        run(streams.bulkhead(caller.server().id()), stream);
    }

    /// Nothing is kept of a server that has ended.
    @EventListener
    void changed(ServerTokensChanged change) {
        if (change.goodGenerations().isEmpty()) {
            messages.remove(change.serverId());
            sessions.remove(change.serverId());
            Stream.of(reading, calls, streams).forEach(places -> places.remove(change.serverId()));
        }
    }

    private static void run(Bulkhead places, Runnable work) {
        in(
                places,
                () -> {
                    work.run();
                    return true;
                });
    }

    private static <T> T in(Bulkhead places, Supplier<T> work) {
        if (!places.tryAcquirePermission()) {
            throw tooMuch("Too much is under way on this MCP server.");
        }
        try {
            return work.get();
        } finally {
            places.releasePermission();
        }
    }

    static ProtocolException tooMuch(String what) {
        return new ProtocolException(429, INVALID_REQUEST, what + " Try again in a little while.");
    }
}
