package dev.oktamcp.tool;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

/// Something that only the client's side can give to a call.
///
/// @param params what exactly, as the protocol's request of this kind has it
/// @param about stands for what the answer is about: one to the same question about something else
///   counts for nothing; null where that does not matter
public record InputRequest(Kind kind, ObjectNode params, @Nullable String about) {

    public InputRequest(Kind kind, ObjectNode params) {
        this(kind, params, null);
    }

    /// What can be asked of a client that says so.
    public enum Kind {
        /// The fields of a form, from the user.
        FORM,
        /// A text, from the client's model.
        SAMPLING,
        /// The folders that the client works in.
        ROOTS
    }
}
