package dev.oktamcp.tool;

/// A document that a client can read.
public record Resource(
        String uri, String name, String description, String mimeType, DocumentContent content) {}
