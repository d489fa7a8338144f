package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.oktamcp.tool.HiddenFields;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;

/// From what somebody is called to who it is.
@ToolsOf(Toolset.WORKFLOWS)
final class FindUserTools {

    private static final int SHOWN = 20;

    private final People people;

    FindUserTools(People people) {
        this.people = people;
    }

    /// @param users the likeliest first
    /// @param hasMore whether there are more than these
    /// @param note what else could be done
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Found(
            List<ObjectNode> users,
            @JsonProperty("has_more") boolean hasMore,
            @Nullable String note) {}

    @ReadTool(
            name = "find_user",
            title = "Find user",
            uses = People.BY_NAME,
            description =
                    "Returns the users who may be meant by an id, a login, an email, a name or a"
                        + " part of one, deactivated ones too, the likeliest first and 20 at most:"
                        + " id, status, times, name, department, title, and how well each matches."
                        + " Use it first where only a name is known. Does not look into other"
                        + " attributes; list_users does, by search.")
    Found findUser(
            @McpToolParam(
                            description =
                                    "What is known of the person, case does not count; all words"
                                            + " must occur, in any order. Examples:"
                                            + " ada@example.com, Lovelace, Ada Love")
                    String user,
            ToolCall call) {
        var hidden = HiddenFields.of(call.caller());
        var search = PersonSearch.of(user, hidden);
        var found = people.found(search).users();
        var shown = found.stream().limit(SHOWN).map(each -> shown(search, each)).toList();
        return new Found(shown, found.size() > SHOWN, note(search, found.size()));
    }

    private static ObjectNode shown(PersonSearch search, JsonNode user) {
        var match = search.match(user).name().toLowerCase(Locale.ROOT);
        return UserBrief.of(user).put("match", match);
    }

    private static @Nullable String note(PersonSearch search, int found) {
        if (found > SHOWN) {
            return "Give more of the name, or an email, to find fewer.";
        }
        if (found > 0) {
            return null;
        }
        var looked = String.join(", ", search.attributes());
        return looked.isEmpty()
                ? "This MCP server hides every attribute that could be looked into. Give an id."
                : "Nobody, among deactivated users neither, by id or a part of %s. A new user may be found a moment later."
                        .formatted(looked);
    }
}
