package dev.oktamcp.mcp;

import dev.oktamcp.store.Seal;
import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.Sha256;
import dev.oktamcp.tool.ToolCatalog;
import dev.oktamcp.tool.ToolDefinition;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// `tools/list`: what exists for a caller, in alphabetical order and in pages. Written once for all
/// callers that see the same.
@Component
final class ToolList {

    private static final int MOST_PAGES = 64;

    /// More than a server has URLs that show less: a list costs the room of its names alone.
    private static final int MOST_LISTS = 256;

    /// @param digest of all that is said of the tools; the same at every replica
    record Listed(List<ToolDefinition> tools, String digest) {}

    private record Key(Object filter, Envelope envelope, int from) {}

    private final ToolCatalog catalog;
    private final Seal seal;
    private final int perPage;
    private final Kept<Key, byte[]> pages = new Kept<>(MOST_PAGES);
    private final Kept<Object, Listed> listed = new Kept<>(MOST_LISTS);

    /// Of each tool by itself, by its name.
    private final Map<String, byte[]> digests = new ConcurrentHashMap<>();

    ToolList(ToolCatalog catalog, Seal seal, McpProperties properties) {
        this.catalog = catalog;
        this.seal = seal;
        this.perPage = properties.toolsPerPage();
    }

    /// One page of the list, as the JSON of a result.
    ///
    /// @throws ProtocolException for a cursor that was not given to this caller
    byte[] page(Caller caller, ObjectNode params, Envelope envelope) {
        var from = from(caller, params.get("cursor"));
        var key = new Key(caller.filter().key(), envelope, from);
        return pages.of(key, () -> written(caller, from, envelope));
    }

    private byte[] written(Caller caller, int from, Envelope envelope) {
        return envelope.cacheable(page(caller, from)).toString().getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode page(Caller caller, int from) {
        var all = of(caller).tools();
        var to = Math.min(from + perPage, all.size());
        var result = JsonNodeFactory.instance.objectNode();
        var tools = result.putArray("tools");
        all.subList(Math.min(from, to), to).forEach(tool -> tools.add(described(tool)));
        if (to < all.size()) {
            var place = String.valueOf(to).getBytes(StandardCharsets.UTF_8);
            result.put("nextCursor", seal.seal(place, boundTo(caller)));
        }
        return result;
    }

    private int from(Caller caller, @Nullable JsonNode cursor) {
        if (cursor == null) {
            return 0;
        }
        return seal.open(cursor.asString(""), boundTo(caller))
                .map(place -> Integer.valueOf(new String(place, StandardCharsets.UTF_8)))
                .orElseThrow(() ->
                        ProtocolException.params(
                                "The cursor is not one of this list: begin without one."));
    }

    /// Whoever sees the same may go on in it, at whichever replica.
    private String boundTo(Caller caller) {
        return "tools|" + of(caller).digest();
    }

    /// What is listed for a caller.
    Listed of(Caller caller) {
        return listed.of(caller.filter().key(), () -> read(caller));
    }

    private Listed read(Caller caller) {
        var filter = caller.filter();
        var tools =
                catalog.all().stream()
                        .map(tool -> tool.definition())
                        .filter(tool -> filter.lists(tool) && filter.hides(tool).isEmpty())
                        .toList();
        var all = new ByteArrayOutputStream();
        tools.forEach(tool -> all.writeBytes(digest(tool)));
        var digest = Sha256.of(all.toByteArray());
        return new Listed(tools, HexFormat.of().formatHex(digest, 0, 8));
    }

    private byte[] digest(ToolDefinition tool) {
        return digests.computeIfAbsent(
                tool.name(),
                _ -> Sha256.of(described(tool).toString().getBytes(StandardCharsets.UTF_8)));
    }

    /// A tool that can be called, listed or not.
    Optional<ToolDefinition> callable(Caller caller, String name) {
        return catalog.find(name, caller.filter()).map(tool -> tool.definition());
    }

    static ObjectNode described(ToolDefinition definition) {
        var tool = JsonNodeFactory.instance.objectNode();
        tool.put("name", definition.name());
        tool.put("title", definition.title());
        tool.put("description", definition.description());
        tool.set("inputSchema", definition.inputSchema());
        var outputSchema = definition.outputSchema();
        if (outputSchema != null) {
            tool.set("outputSchema", outputSchema);
        }
        tool.putObject("annotations")
                .put("title", definition.title())
                .put("readOnlyHint", definition.effect() == Effect.READ)
                .put("destructiveHint", definition.effect() == Effect.DESTROY)
                .put("idempotentHint", definition.idempotent())
                .put("openWorldHint", true);
        return tool;
    }
}
