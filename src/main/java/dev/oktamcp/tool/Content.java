package dev.oktamcp.tool;

/// One piece of what a client shows of an answer.
public sealed interface Content {

    record Text(String text) implements Content {}

    /// @param data Base64
    record Image(String data, String mimeType) implements Content {}

    /// @param data Base64
    record Audio(String data, String mimeType) implements Content {}

    /// A resource carried inside the answer.
    record Resource(String uri, String mimeType, String text) implements Content {}

    /// Where a resource can be read. It stands beside the value's text and does not replace it.
    record Link(String uri, String name, String mimeType, String description) implements Content {}
}
