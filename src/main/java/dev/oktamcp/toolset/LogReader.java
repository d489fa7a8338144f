package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Page;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.okta.Rest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Consumer;

/// Reads the System Log for the tools that speak of it.
@Component
final class LogReader {

    static final String OPERATION = "listLogEvents";

    private final OktaClient okta;
    private final Clock clock;
    private final LogProperties properties;

    LogReader(OktaClient okta, Clock clock, LogProperties properties) {
        this.okta = okta;
        this.clock = clock;
        this.properties = properties;
    }

    LogWindow window(@Nullable String since, @Nullable String until, @Nullable String cursor) {
        return LogWindow.of(since, until, cursor, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /// A page of events as Okta gives them.
    Page page(
            LogWindow window,
            @Nullable String filter,
            @Nullable String q,
            @Nullable Object sortOrder,
            PageRequest page) {
        var arguments = arguments(window, filter, q, sortOrder);
        return okta.page(OPERATION, arguments, page.from(window.cursor()));
    }

    /// Walks through events, the latest first.
    Rest latest(
            LogWindow window,
            @Nullable String filter,
            @Nullable String q,
            int most,
            Consumer<JsonNode> action) {
        var arguments = arguments(window, filter, q, "DESCENDING");
        return okta.each(OPERATION, arguments, window.cursor(), most, action);
    }

    /// Walks through as many events as one call may read, the latest first.
    Rest latest(
            LogWindow window,
            @Nullable String filter,
            @Nullable String q,
            Consumer<JsonNode> action) {
        return latest(window, filter, q, properties.mostEvents(), action);
    }

    private static Map<String, Object> arguments(
            LogWindow window,
            @Nullable String filter,
            @Nullable String q,
            @Nullable Object sortOrder) {
        return Arguments.of(
                "since",
                window.since(),
                "until",
                window.until(),
                "filter",
                filter,
                "q",
                q,
                "sortOrder",
                sortOrder);
    }
}
