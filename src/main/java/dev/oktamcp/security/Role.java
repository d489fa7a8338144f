package dev.oktamcp.security;

import java.util.Locale;

/// What an API token is good for.
public enum Role {
    /// All of the REST API, and the pages for people; a program that calls tools has no use for it.
    ADMIN,
    /// A second factor beside the URL of an MCP server, and nothing else.
    MCP,
    /// To decide on the pages for people: to confirm a call, to see a secret. Nothing else.
    APPROVER;

    /// The value in `roles`, for example `admin`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
