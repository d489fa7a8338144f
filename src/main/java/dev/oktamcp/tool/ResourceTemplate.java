package dev.oktamcp.tool;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Documents that are told apart by what stands in their URI.
///
/// @param uriTemplate with `{name}` where something is filled in (RFC 6570, level 1)
/// @param values by name, what may be filled in, for clients that complete
/// @param content empty where there is no such document
public record ResourceTemplate(
        String uriTemplate,
        String name,
        String description,
        String mimeType,
        Map<String, List<String>> values,
        Function<Map<String, String>, Optional<Resource.Bytes>> content) {

    public ResourceTemplate {
        values = Map.copyOf(values);
    }
}
