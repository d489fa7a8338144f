package dev.oktamcp.simulation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The table of routes; a literal path wins over one with variables.
final class Router {

    private final List<Route> routes;

    Router(Stream<Route> routes) {
        this.routes = routes.sorted(Comparator.comparingLong(Route::variables)).toList();
    }

    sealed interface Match {

        record Found(Route route, Map<String, String> values) implements Match {}

        record WrongMethod() implements Match {}

        record Unknown() implements Match {}
    }

    Match find(String method, List<String> segments) {
        var known = false;
        for (var route : routes) {
            var values = route.match(segments);
            if (values.isPresent() && route.method().equals(method)) {
                return new Match.Found(route, values.get());
            }
            known = known || values.isPresent();
        }
        return known ? new Match.WrongMethod() : new Match.Unknown();
    }
}
