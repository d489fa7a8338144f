package dev.oktamcp.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A method and a path template such as `/api/v1/users/{id}`, with what answers it.
record Route(String method, List<String> template, Handler handler) {

    static Route of(String method, String path, Handler handler) {
        return new Route(method, List.of(path.substring(1).split("/", -1)), handler);
    }

    /// The variables of a path that fits the template.
    Optional<Map<String, String>> match(List<String> segments) {
        if (segments.size() != template.size()) {
            return Optional.empty();
        }
        var values = new HashMap<String, String>();
        for (var at = 0; at < segments.size(); at++) {
            var part = template.get(at);
            if (isVariable(part)) {
                values.put(part.substring(1, part.length() - 1), segments.get(at));
            } else if (!part.equals(segments.get(at))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    long variables() {
        return template.stream().filter(Route::isVariable).count();
    }

    private static boolean isVariable(String part) {
        return part.startsWith("{");
    }
}
