package dev.oktamcp.okta;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// How an object that stands on the path of a request is shown.
///
/// @param parameter of the path, by which it is known; null where the path needs none
/// @param read what shows it; null where Okta has nothing that does
/// @param names what `read` calls the parameters of the path
record Showing(@Nullable String parameter, @Nullable Operation read, Map<String, String> names) {

    Showing {
        names = Map.copyOf(names);
    }

    /// The operation that shows it, and with what; empty where there is none.
    Optional<Look> look(Map<String, ?> arguments) {
        if (read == null) {
            return Optional.empty();
        }
        var given = new LinkedHashMap<String, Object>();
        for (var name : names.entrySet()) {
            var value = arguments.get(name.getKey());
            if (value == null) {
                return Optional.empty();
            }
            given.put(name.getValue(), value);
        }
        return Optional.of(new Look(read, given));
    }

    /// A read of one object.
    record Look(Operation read, Map<String, Object> arguments) {}
}
