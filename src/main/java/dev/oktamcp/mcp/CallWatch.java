package dev.oktamcp.mcp;

import jakarta.annotation.PreDestroy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Looks after the calls that run: a client that waits hears that it is still going on, and one
/// that hung up, where that takes a call back, is not worked for any more.
@Component
final class CallWatch {

    private static final Logger log = LoggerFactory.getLogger(CallWatch.class);
    private static final long EVERY_MILLIS = 250;

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("call-watch").factory());
    private final CallsInProgress calls;
    private final McpProperties properties;

    CallWatch(CallsInProgress calls, McpProperties properties) {
        this.calls = calls;
        this.properties = properties;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        var _ =
                thread.scheduleWithFixedDelay(
                        this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    private void look() {
        calls.all().forEach(this::look);
    }

    /// What goes wrong with one call must not keep the others from being looked after.
    private void look(Exchange call) {
        try {
            if (call.session() == null && gone(call)) {
                call.cancellation().cancel();
            } else {
                call.reply().keepAlive(properties.keepAlive().toMillis());
            }
        } catch (RuntimeException e) {
            log.error("A call could not be looked after", e);
        }
    }

    private static boolean gone(Exchange call) {
        var connection = call.connection();
        return call.reply().unread() || (connection != null && connection.gone());
    }
}
