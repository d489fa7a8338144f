package dev.oktamcp.security;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.spi.AppenderAttachable;

import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/// Makes every log safe, as soon as Boot has set logging up and whatever the operator chose:
/// levels, patterns, structured JSON, files, a `logback.xml` of his own.
final class SafeLogs implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLoggerList().forEach(SafeLogs::makeSafe);
        }
    }

    private static void makeSafe(AppenderAttachable<ILoggingEvent> appenders) {
        appenders.iteratorForAppenders().forEachRemaining(SafeLogs::makeSafe);
    }

    @SuppressWarnings("unchecked")
    private static void makeSafe(Appender<ILoggingEvent> appender) {
        if (appender instanceof AppenderAttachable<?> others) {
            makeSafe((AppenderAttachable<ILoggingEvent>) others);
        }
        if (appender instanceof OutputStreamAppender<ILoggingEvent> stream
                && stream.getEncoder() != null
                && !(stream.getEncoder() instanceof SafeEncoder)) {
            var safe = new SafeEncoder(stream.getEncoder());
            safe.setContext(stream.getContext());
            safe.start();
            stream.setEncoder(safe);
        }
    }

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }
}
