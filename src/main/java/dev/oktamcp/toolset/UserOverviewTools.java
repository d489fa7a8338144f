package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// One person, in one answer.
@ToolsOf(Toolset.WORKFLOWS)
final class UserOverviewTools {

    private static final int SHOWN = 50;

    private final OktaClient okta;
    private final People people;
    private final Belongings belongings;

    UserOverviewTools(OktaClient okta, People people, Belongings belongings) {
        this.okta = okta;
        this.people = people;
        this.belongings = belongings;
    }

    /// @param user with the whole profile
    /// @param signsInBy who checks the password, such as OKTA or ACTIVE_DIRECTORY
    /// @param leftOut the parts that are missing
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Overview(
            ObjectNode user,
            @JsonProperty("signs_in_by") @Nullable String signsInBy,
            @Nullable Excerpt<Belongings.Group> groups,
            @Nullable Excerpt<Belongings.App> apps,
            @Nullable Excerpt<Belongings.Factor> factors,
            @JsonProperty("admin_roles") @Nullable Excerpt<Belongings.Role> adminRoles,
            @JsonProperty("left_out") List<LeftOut> leftOut) {}

    @ReadTool(
            name = "get_user_overview",
            title = "Get user overview",
            uses = People.BY_ID,
            optional = {
                People.BY_NAME,
                Belongings.GROUPS,
                Belongings.APPS,
                Belongings.FACTORS,
                Belongings.ROLES
            },
            description =
                    "Returns one person whole: profile, status, last sign-in and password change,"
                        + " groups, apps on the dashboard, factors and admin roles, 50 of each at"
                        + " most with their count. What this MCP server does not allow, or Okta did"
                        + " not give, is named in left_out. Does not return events;"
                        + " user_incident_summary and explain_sign_in_failure do.")
    Overview getUserOverview(@McpToolParam(description = People.ONE) String user, ToolCall call) {
        var found = people.one(user, call);
        var id = Belongings.idOf(found);
        var parts = new Parts(okta);
        var groups = parts.add("groups", () -> belongings.groups(id), Belongings.GROUPS);
        var apps = parts.add("apps", () -> belongings.apps(id), Belongings.APPS);
        var factors = belongings.factors(parts, found);
        var roles = parts.add("admin_roles", () -> belongings.roles(id), Belongings.ROLES);
        parts.read();
        return new Overview(
                whole(found),
                LogEvent.text(found, "/credentials/provider/type"),
                excerpt(groups, "list_user_groups"),
                excerpt(apps, "list_user_apps"),
                excerpt(factors, "list_user_factors"),
                excerpt(roles, "list_user_roles"),
                parts.leftOut());
    }

    private static <T> @Nullable Excerpt<T> excerpt(Part<List<T>> part, String tool) {
        var all = part.value();
        return all == null ? null : Excerpt.of(all, SHOWN, tool + " returns all.");
    }

    private static ObjectNode whole(JsonNode user) {
        var whole = UserBrief.of(user);
        whole.set("profile", withoutNulls(user.path("profile")));
        return whole;
    }

    private static JsonNode withoutNulls(JsonNode profile) {
        if (profile instanceof ObjectNode object) {
            object.properties().removeIf(attribute -> attribute.getValue().isNull());
        }
        return profile;
    }
}
