package dev.oktamcp.confirmation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// How the simulated org comes to be such that a tool can be called, and what a yes then changes.
record Arrangement(String tool, Function<OrgContent, Prepared> prepares) {

    /// A call that has not been made yet.
    ///
    /// @param changes what a yes sends, each once and in this order: method and path
    record Prepared(Map<String, Object> arguments, List<String> changes) {

        Prepared {
            arguments = Map.copyOf(arguments);
            changes = List.copyOf(changes);
        }
    }

    /// @param arguments adds what the call is about to the org
    /// @param changes with the names of arguments in braces, where their values stand
    static Arrangement of(
            String tool, Function<OrgContent, Map<String, Object>> arguments, String... changes) {
        return new Arrangement(
                tool,
                org -> {
                    var given = arguments.apply(org);
                    return new Prepared(
                            given, Stream.of(changes).map(each -> filled(each, given)).toList());
                });
    }

    private static String filled(String change, Map<String, Object> arguments) {
        var filled = change;
        for (var argument : arguments.entrySet()) {
            filled = filled.replace("{" + argument.getKey() + "}", argument.getValue().toString());
        }
        return filled;
    }

    /// Of every area.
    static List<Arrangement> all() {
        return Stream.of(
                        UserArrangements.all(),
                        GroupArrangements.all(),
                        AppArrangements.all(),
                        PolicyArrangements.all(),
                        DeviceArrangements.all(),
                        BrandArrangements.all(),
                        PageArrangements.all(),
                        EmailArrangements.all())
                .flatMap(area -> area)
                .toList();
    }

    @Override
    public String toString() {
        return tool;
    }
}
