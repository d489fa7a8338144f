package dev.oktamcp.tool;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// What an MCP server tells of itself.
///
/// @param orgUrl the address of the org that it works with
/// @param methods as its definition names them, for example `read`
/// @param tags the tags it is limited to; none means every tag
/// @param askBefore before what a human is asked
/// @param expiresAt when its URL ends; null means never
public record ServerFacts(
        String id,
        String name,
        String orgUrl,
        List<String> methods,
        List<String> tags,
        AskBefore askBefore,
        @Nullable Instant expiresAt) {

    public ServerFacts {
        methods = List.copyOf(methods);
        tags = List.copyOf(tags);
    }
}
