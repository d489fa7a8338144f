package dev.oktamcp.tool;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What may be meant, while a person types.
public sealed interface Completion {

    /// Nothing is known.
    Completion NONE = of();

    static Completion of(String... values) {
        var all = List.of(values);
        return new Among(_ -> all);
    }

    /// @param values what there is for a caller
    record Among(Function<Caller, List<String>> values) implements Completion {}

    /// What a tool finds: each time a call of it, recorded, limited and filtered like any other.
    ///
    /// @param arguments of the call, from what was typed so far
    /// @param pointer to the value in each of the answer's items (RFC 6901)
    record ByTool(String tool, Function<String, Map<String, Object>> arguments, String pointer)
            implements Completion {}
}
