package dev.oktamcp.okta;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.oktamcp.tool.Answer;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A part of a list, of whose items there is what was asked for.
///
/// @param nextCursor where the list goes on; null at its end
/// @param hasMore whether more is there now
/// @param total how many items the whole list has, where Okta says so
/// @param note why the list stops here, where all of it was asked for, and what no item has; null
///   where there is nothing to say
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page(
        ArrayNode items,
        @JsonProperty("next_cursor") @Nullable String nextCursor,
        @JsonProperty("has_more") boolean hasMore,
        @Nullable Integer total,
        @Nullable String note)
        implements Answer {

    @Override
    public ObjectNode json() {
        var page = JsonNodeFactory.instance.objectNode();
        page.set("items", items);
        if (nextCursor != null) {
            page.put("next_cursor", nextCursor);
        }
        page.put("has_more", hasMore);
        if (total != null) {
            page.put("total", total);
        }
        return note == null ? page : page.put("note", note);
    }
}
