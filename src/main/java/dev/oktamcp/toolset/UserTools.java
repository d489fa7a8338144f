package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Page;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// People: who they are, and what they have.
@ToolsOf(Toolset.USERS)
final class UserTools {

    static final String USER =
            "User id or login, for example 00ub0oNGTSWTBKOLGLNR or ada@example.com";

    /// Where Okta's documents promise nothing about logins.
    static final String USER_ID =
            "User id, for example 00ub0oNGTSWTBKOLGLNR; get_user finds it by login";

    private final OktaClient okta;

    UserTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "list_users",
            title = "List users",
            uses = "listUsers",
            description =
                    "Returns users with id, status and profile, a page at a time. Give search for"
                            + " anything but a quick look-up by name; without search or filter,"
                            + " deactivated users are left out. Does not return groups or apps.")
    Page listUsers(
            @McpToolParam(
                            description =
                                    "Expression over profile, status and dates; values ignore case."
                                            + " Examples: profile.firstName eq \"Ada\" and"
                                            + " profile.lastName eq \"Lovelace\"; status eq"
                                            + " \"LOCKED_OUT\". Operators: eq gt ge lt le sw co pr")
                    @Nullable String search,
            @McpToolParam(
                            description =
                                    "Exact match on id, status, lastUpdated, or profile login,"
                                        + " email, firstName, lastName. Not together with search."
                                        + " Example: profile.login eq \"ada@example.com\"")
                    @Nullable String filter,
            @McpToolParam(
                            description =
                                    "One word, the beginning of a first name, last name or email,"
                                            + " for example ada; has no further pages")
                    @Nullable String q,
            PageRequest page) {
        return okta.page(
                "listUsers", Arguments.of("search", search, "filter", filter, "q", q), page);
    }

    @ReadTool(
            name = "get_user",
            title = "Get user",
            uses = "getUser",
            description =
                    "Returns one user: status, profile, and when it was created, activated, changed"
                            + " and last signed in. Does not return groups; list_user_groups does.")
    ObjectNode getUser(@McpToolParam(description = USER) String userId) {
        return okta.call("getUser", Map.of("id", userId));
    }

    @ReadTool(
            name = "list_user_groups",
            title = "List a user's groups",
            uses = "listUserGroups",
            description =
                    "Returns the groups that a user is a member of, with id, type and profile.")
    Page listUserGroups(@McpToolParam(description = USER) String userId, PageRequest page) {
        return okta.page("listUserGroups", Map.of("id", userId), page);
    }

    @ReadTool(
            name = "list_user_apps",
            title = "List a user's apps",
            uses = "listAppLinks",
            description =
                    "Returns the apps on a user's dashboard (app links), assigned directly or"
                            + " through groups, with label, link and app id (appInstanceId): an app"
                            + " may have several links, and one that is hidden has none. Does not"
                            + " tell which of the two; explain_access does.")
    Page listUserApps(@McpToolParam(description = USER) String userId, PageRequest page) {
        return okta.page("listAppLinks", Map.of("id", userId), page);
    }

    @ReadTool(
            name = "list_user_devices",
            title = "List a user's devices",
            uses = "listUserDevices",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the devices that a user has enrolled, with name, platform and status."
                            + " Does not return factors; list_user_factors does.")
    Page listUserDevices(@McpToolParam(description = USER_ID) String userId, PageRequest page) {
        return okta.page("listUserDevices", Map.of("userId", userId), page);
    }
}
