package dev.oktamcp.runbook;

import java.util.List;
import java.util.Map;

/// How something is done that takes several tools: facts of `runbooks.json`.
///
/// @param arguments by which its text differs
/// @param defaults of arguments that may be left out, by name
/// @param goal what is to be done, with `{argument}` where one is filled in
/// @param end what the answer has to be
record Runbook(
        String name,
        String title,
        String description,
        List<Argument> arguments,
        Map<String, String> defaults,
        String goal,
        List<Step> steps,
        String end) {

    Runbook {
        arguments = List.copyOf(arguments);
        defaults = Map.copyOf(defaults);
        steps = List.copyOf(steps);
    }

    /// @param completion what is completed: `user`, `app`, `days` or `since`; empty for nothing
    record Argument(String name, String description, boolean required, String completion) {}

    /// @param say with `{tool}` for the tool by which it is done
    /// @param by tools that do it, the best first; the first that a caller has counts
    /// @param essential whether nothing is left of the runbook without it
    /// @param otherwise what is said where the caller has none of them; empty for nothing
    record Step(String say, List<String> by, boolean essential, String otherwise) {

        Step {
            by = List.copyOf(by);
        }
    }
}
