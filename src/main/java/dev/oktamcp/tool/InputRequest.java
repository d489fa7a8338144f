package dev.oktamcp.tool;

import tools.jackson.databind.node.ObjectNode;

/// Something that only the client's side can give to a call.
///
/// @param params what exactly, as the protocol's request of this kind has it
public record InputRequest(Kind kind, ObjectNode params) {

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
