package dev.oktamcp.simulation;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The query parameters of a request, decoded, in their order.
record Query(Map<String, String> values) {

    static Query parse(String raw) {
        var values = new LinkedHashMap<String, String>();
        for (var pair : raw.split("&", -1)) {
            var at = pair.indexOf('=');
            if (at > 0) {
                values.put(decode(pair.substring(0, at)), decode(pair.substring(at + 1)));
            }
        }
        return new Query(values);
    }

    /// The values of a parameter that may be given more than once.
    static List<String> all(String raw, String name) {
        return Stream.of(raw.split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> decode(pair.substring(name.length() + 1)))
                .toList();
    }

    /// ASSUMPTION: a parameter without a value is the same as no parameter.
    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /// ASSUMPTION: a limit above the maximum is lowered to it, one that is no number or too small
    /// is refused.
    int limit(int least, int usual, int most) {
        var given = get("limit");
        if (given.isEmpty()) {
            return usual;
        }
        try {
            var limit = Integer.parseInt(given.get());
            if (limit >= least) {
                return Math.min(limit, most);
            }
        } catch (NumberFormatException e) {
            throw OktaError.invalid("limit", "limit: The value is not a number");
        }
        throw OktaError.invalid("limit", "limit: The value is below " + least);
    }

    Query with(String name, String value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new Query(changed);
    }

    Query without(String name) {
        var changed = new LinkedHashMap<>(values);
        changed.remove(name);
        return new Query(changed);
    }

    String encoded() {
        var encoded = new StringBuilder();
        for (var entry : values.entrySet()) {
            encoded.append(encoded.isEmpty() ? '?' : '&')
                    .append(encode(entry.getKey()))
                    .append('=')
                    .append(encode(entry.getValue()));
        }
        return encoded.toString();
    }

    /// ASSUMPTION: a broken escape is refused, with the general code.
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw OktaError.invalid("query", "query: The value is not URL-encoded");
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
