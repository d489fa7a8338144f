package dev.oktamcp.tool;

import java.util.List;
import java.util.Map;

/// A text that a person can begin a conversation with.
///
/// @param arguments what is filled in
public record Prompt(
        String name, String title, String description, List<Argument> arguments, Maker maker) {

    public Prompt {
        arguments = List.copyOf(arguments);
    }

    /// @param values what may be meant, for clients that complete while the person types
    public record Argument(String name, String description, boolean required, List<String> values) {

        public Argument {
            values = List.copyOf(values);
        }
    }

    /// One thing that is said.
    ///
    /// @param role `user` or `assistant`
    public record Said(String role, Content content) {}

    /// Makes the text from the arguments. It can ask the client, but reaches no org.
    @FunctionalInterface
    public interface Maker {

        List<Said> make(Map<String, String> arguments, Interaction interaction);
    }
}
