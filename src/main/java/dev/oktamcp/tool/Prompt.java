package dev.oktamcp.tool;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// A text that a person can begin a conversation with.
///
/// @param arguments what is filled in
/// @param exists for which callers; for all others there is no such prompt
public record Prompt(
        String name,
        String title,
        String description,
        List<Argument> arguments,
        Predicate<Caller> exists,
        Maker maker) {

    public Prompt {
        arguments = List.copyOf(arguments);
    }

    public record Argument(
            String name, String description, boolean required, Completion completion) {}

    /// One thing that is said.
    ///
    /// @param role `user` or `assistant`
    public record Said(String role, Content content) {}

    /// @param arguments by name, without those that were not given
    public record Asked(Map<String, String> arguments, Caller caller, Interaction interaction) {

        public Asked {
            arguments = Map.copyOf(arguments);
        }
    }

    /// Makes the text for a caller. It can ask the client, but reaches no org.
    @FunctionalInterface
    public interface Maker {

        List<Said> make(Asked asked);
    }
}
