package dev.oktamcp.security;

import java.util.Locale;

/// What an API token is good for.
public enum Role {
    /// All of the REST API, and nothing else: a program that calls tools has no use for it.
    ADMIN,
    /// A second factor beside the URL of an MCP server, and nothing else.
    MCP;

    /// The value in `roles`, for example `admin`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
