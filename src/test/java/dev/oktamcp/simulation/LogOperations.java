package dev.oktamcp.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The System Log's one operation.
record LogOperations(Store store) {

    private static final Duration RETENTION = Duration.ofDays(90);
    private static final int USUAL_LIMIT = 100;
    private static final int MOST = 1000;

    Stream<Route> routes() {
        return Stream.of(Route.of("GET", "/api/v1/logs", this::listLogEvents));
    }

    private Answer listLogEvents(Call call) {
        var now = store.clock().instant();
        var window = LogWindow.of(call.query(), now);
        var condition = LogQueries.condition(call.query());
        var limit = call.query().limit(0, USUAL_LIMIT, MOST);
        var found =
                store.log().events().stream()
                        .filter(event -> !event.published().isBefore(now.minus(RETENTION)))
                        .filter(window::contains)
                        .filter(event -> condition.test(event.json()))
                        .sorted(window.order())
                        .limit(limit + 1L)
                        .toList();
        return answer(call, window, found, limit);
    }

    private static Answer answer(
            Call call, LogWindow window, List<SystemLog.Stored> found, int limit) {
        var page = found.subList(0, Math.min(limit, found.size()));
        var body = Json.array(page.stream().map(SystemLog.Stored::json).toList());
        var last =
                page.isEmpty() ? Optional.<SystemLog.Stored>empty() : Optional.of(page.getLast());
        var more = found.size() > limit && limit > 0;
        return Answer.of(
                body,
                window.polling() || more
                        ? links(call, window.cursorBehind(last), limit)
                        : call.self());
    }

    /// ASSUMPTION: `since` is left out of the next link, because it excludes `after`.
    private static List<Link> links(Call call, String after, int limit) {
        var next = call.query().without("since").with("after", after);
        return call.linkTo(next.with("limit", Integer.toString(limit)));
    }
}
