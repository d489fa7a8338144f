package dev.oktamcp.contract;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a request asks for.
///
/// @param path as it was sent, encoded
/// @param query decoded values by name
record Target(String path, Map<String, List<String>> query) {

    static Target of(String target) {
        var at = target.indexOf('?');
        return at < 0
                ? new Target(target, Map.of())
                : new Target(target.substring(0, at), query(target.substring(at + 1)));
    }

    private static Map<String, List<String>> query(String query) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var pair : query.split("&", -1)) {
            var at = pair.indexOf('=');
            var name = decoded(at < 0 ? pair : pair.substring(0, at));
            values.computeIfAbsent(name, key -> new ArrayList<>())
                    .add(at < 0 ? "" : decoded(pair.substring(at + 1)));
        }
        return values;
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
