package dev.oktamcp.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.PlainText;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.springframework.ai.mcp.annotation.McpToolParam;

import java.util.List;
import java.util.Map;

/// What ChatGPT wants of a server that it searches and cites: two tools of these names, with these
/// arguments and answers and no others (OpenAI's documentation, "Building MCP servers for
/// ChatGPT").
@ToolsOf(Toolset.CHATGPT)
final class ChatGptTools {

    private static final int LONGEST_ID = 100;

    private final ChatGptSearch search;
    private final ChatGptPages pages;
    private final ChatGptOperations operations;

    ChatGptTools(ChatGptSearch search, ChatGptPages pages, ChatGptOperations operations) {
        this.search = search;
        this.pages = pages;
        this.operations = operations;
    }

    /// @param url never empty: without one, nothing is cited
    record Hit(String id, String title, String url) {}

    record Hits(List<Hit> results) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Found(String id, String title, String text, String url, Map<String, String> metadata) {}

    @ReadTool(
            name = "search",
            title = "Search this Okta org",
            optional = {"listUsers", "listGroups", "listApplications"},
            exposure = Exposure.TOOLSET,
            description =
                    "Returns users, groups and apps of this Okta org whose name has a word of the"
                            + " query, and operations of Okta's API that fit it, by id, title and"
                            + " url; as far as this URL may read them. fetch returns one of them"
                            + " whole. Search for a name, not for a question.")
    Hits search(
            @McpToolParam(
                            description =
                                    "Names or parts of names, for example: Ada Lovelace, or"
                                            + " reset password")
                    String query,
            ToolCall call) {
        return new Hits(search.hits(query, call));
    }

    @ReadTool(
            name = "fetch",
            title = "Fetch from this Okta org",
            optional = {
                "getUser",
                "listUserGroups",
                "listAppLinks",
                "getGroup",
                "listGroupUsers",
                "getApplication"
            },
            exposure = Exposure.TOOLSET,
            description =
                    "Returns what search found: a user with status, profile, groups and apps; a"
                            + " group with members; an app with its facts; or what an operation of"
                            + " Okta's API takes. Long lists are cut, and the text says so.")
    Found fetch(
            @McpToolParam(description = "An id that search returned, for example user:00u1abcd")
                    String id,
            ToolCall call) {
        var colon = id.indexOf(':');
        var kind = id.substring(0, Math.max(colon, 0));
        var key = id.substring(colon + 1);
        return switch (kind) {
            case "user" -> pages.user(key, call);
            case "group" -> pages.group(key, call);
            case "app" -> pages.app(key, call);
            case "doc" -> operations.page(key, call);
            default -> throw unknown(id);
        };
    }

    /// The same for what there is not and for what is hidden.
    static ToolException unknown(String id) {
        return new ToolException(
                ToolResult.Failure.of(
                        FailureCode.INVALID_ARGUMENTS,
                        "There is nothing with the id %s here. Take one that search returned: they begin with user:, group:, app: or doc:."
                                .formatted(PlainText.of(id, LONGEST_ID))));
    }
}
