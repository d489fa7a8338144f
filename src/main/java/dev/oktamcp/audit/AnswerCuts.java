package dev.oktamcp.audit;

import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.TextSize;
import dev.oktamcp.tool.ToolDefinition;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.Map;

/// Cuts the longest lists in an answer that is too large, between their items, and says so in it.
final class AnswerCuts {

    /// Leaves room for what is said of the cuts.
    private static final int MAX_TOKENS = AnswerLimit.MAX_TOKENS - 1_000;

    /// By which characters count against tokens, so that both bounds are one.
    private static final int CHARACTERS_PER_TOKEN =
            AnswerLimit.MAX_CHARACTERS / AnswerLimit.MAX_TOKENS;

    /// A value with more lists than this that are all too long is no answer any more.
    private static final int MOST = 20;

    /// In a tool's schema, the largest page that can be asked for.
    private static final String MOST_ITEMS = "/properties/limit/maximum";

    private static final String AFTER_A_CHANGE =
            "It worked. What Okta answered is more than fits: read the object for the rest.";
    private static final String AFTER_A_READ =
            "More than fits. For the rest, ask for less at once: by an id, a narrower search, or"
                    + " with an operation that lists these items in pages.";

    private record Place(String pointer, ArrayNode list, int size) {}

    /// @param of items it had before
    private record Cut(ArrayNode list, int of) {}

    private final ObjectNode value;
    private final Map<String, Cut> byPlace = new LinkedHashMap<>();

    private AnswerCuts(ObjectNode value) {
        this.value = value;
    }

    /// In place.
    ///
    /// @param tool whose answer it is
    /// @return whether it may fit now
    static boolean cut(ObjectNode value, ToolDefinition tool) {
        var cuts = new AnswerCuts(value);
        for (int i = 0; i < MOST; i++) {
            var excess = size(value) - MAX_TOKENS;
            if (excess <= 0) {
                cuts.tell(tool);
                return true;
            }
            var longest = longest(value, "", null);
            if (longest == null) {
                return false;
            }
            cuts.shorten(longest, excess);
        }
        return false;
    }

    private static int size(JsonNode node) {
        var size = TextSize.of(node.toString());
        return Math.max(size.tokens(), size.characters() / CHARACTERS_PER_TOKEN);
    }

    /// Of lists with more than one item; one that holds another is the longer.
    private static @Nullable Place longest(JsonNode node, String pointer, @Nullable Place found) {
        if (node instanceof ArrayNode list && list.size() > 1) {
            var size = size(list);
            return found == null || size > found.size() ? new Place(pointer, list, size) : found;
        }
        var longest = found;
        if (node instanceof ObjectNode object) {
            for (var property : object.properties()) {
                var name = property.getKey().replace("~", "~0").replace("/", "~1");
                longest = longest(property.getValue(), pointer + "/" + name, longest);
            }
        } else if (node instanceof ArrayNode one && !one.isEmpty()) {
            longest = longest(one.get(0), pointer + "/0", longest);
        }
        return longest;
    }

    /// One item at least is left.
    private void shorten(Place place, int excess) {
        var list = place.list();
        byPlace.putIfAbsent(place.pointer(), new Cut(list, list.size()));
        var left = place.size() - excess - size(list.get(0));
        var shown = 1;
        while (shown < list.size() - 1 && left > 0) {
            left -= size(list.get(shown));
            shown += left > 0 ? 1 : 0;
        }
        while (list.size() > shown) {
            list.remove(list.size() - 1);
        }
    }

    private void tell(ToolDefinition tool) {
        var told = value.putArray("cut");
        byPlace.forEach((at, cut) ->
                told.addObject().put("at", at).put("shown", cut.list().size()).put("of", cut.of()));
        var page = byPlace.get("/items");
        if (page == null || !value.has("has_more")) {
            var read = tool.effect() == Effect.READ;
            value.put("cut_note", read ? AFTER_A_READ : AFTER_A_CHANGE);
        } else {
            var most = tool.inputSchema().at(MOST_ITEMS).asInt(Integer.MAX_VALUE);
            tellOfPage(Math.min(page.list().size(), most));
        }
    }

    private void tellOfPage(int limit) {
        value.remove("next_cursor"); // it leads past what was left out
        value.put("has_more", true);
        value.put(
                "cut_note",
                "More than fits. Call again without fetch_all and with limit %d, or with fields."
                        .formatted(limit));
    }
}
