package dev.oktamcp.tool;

import java.util.Map;

/// Documents that are told apart by what stands in their URI.
///
/// @param uriTemplate with `{name}` where something is filled in (RFC 6570, level 1)
/// @param completions by name, for clients that complete
public record ResourceTemplate(
        String uriTemplate,
        String name,
        String description,
        String mimeType,
        Map<String, Completion> completions,
        DocumentContent content) {

    public ResourceTemplate {
        completions = Map.copyOf(completions);
    }
}
