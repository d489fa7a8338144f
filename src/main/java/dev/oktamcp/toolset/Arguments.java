package dev.oktamcp.toolset;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/// Arguments of an operation, of which some may be absent.
final class Arguments {

    private Arguments() {}

    /// @param namesAndValues a name, its value or null, the next name, and so on
    static Map<String, Object> of(@Nullable Object... namesAndValues) {
        var arguments = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            if (value != null) {
                arguments.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return arguments;
    }
}
