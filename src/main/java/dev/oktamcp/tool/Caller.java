package dev.oktamcp.tool;

import org.jspecify.annotations.Nullable;

/// Who is behind a call: ids and facts only, and the filter that decides what exists for them.
///
/// @param server the MCP server whose URL was used
/// @param subject the person, where known
/// @param client the program that called, as it names itself; no proof of anything
/// @param access by which of the server's tokens, and with which API token
/// @param filter what this caller may see and do
public record Caller(
        ServerFacts server,
        String connectionId,
        @Nullable String subject,
        @Nullable String client,
        Access access,
        ToolFilter filter) {

    /// The same caller, with the program that it calls with.
    public Caller by(String clientName) {
        return new Caller(server, connectionId, subject, clientName, access, filter);
    }

    /// The same caller, who got in otherwise.
    public Caller with(Access otherAccess) {
        return new Caller(server, connectionId, subject, client, otherAccess, filter);
    }
}
