package dev.oktamcp.tool;

import java.util.function.Supplier;

/// A document that a client can read. It reaches no org.
public record Resource(
        String uri, String name, String description, String mimeType, Supplier<Bytes> content) {

    /// @param text whether it is shown as text (UTF-8) or as Base64
    @SuppressWarnings("ArrayRecordComponent")
    public record Bytes(byte[] content, boolean text) {}
}
