package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.Exposure;
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
import java.util.function.Function;
import java.util.function.Supplier;

/// What makes two people different.
@ToolsOf(Toolset.WORKFLOWS)
final class CompareTools {

    private final OktaClient okta;
    private final People people;
    private final Belongings belongings;

    CompareTools(OktaClient okta, People people, Belongings belongings) {
        this.okta = okta;
        this.people = people;
        this.belongings = belongings;
    }

    /// @param profile the attributes whose values differ, by name
    /// @param sameAttributes how many attributes have the same value
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Compared(
            ObjectNode first,
            ObjectNode second,
            ObjectNode profile,
            @JsonProperty("same_attributes") int sameAttributes,
            @Nullable Comparison<Belongings.Group> groups,
            @Nullable Comparison<Belongings.App> apps,
            @JsonProperty("admin_roles") @Nullable Comparison<Belongings.Role> adminRoles,
            @JsonProperty("left_out") List<LeftOut> leftOut) {}

    /// The same part of two people.
    private record Both<T>(Part<List<T>> first, Part<List<T>> second) {

        @Nullable Comparison<T> compared(Function<T, String> key, String tool) {
            var one = first.value();
            var other = second.value();
            return one == null || other == null ? null : Comparison.of(one, other, key, tool);
        }
    }

    @ReadTool(
            name = "compare_users",
            title = "Compare users",
            uses = People.BY_ID,
            optional = {People.BY_NAME, Belongings.GROUPS, Belongings.APPS, Belongings.ROLES},
            exposure = Exposure.TOOLSET,
            description =
                    "Returns what two users have and which of them: groups, apps on the dashboard"
                        + " and admin roles only the first has, only the second has, and both have,"
                        + " 50 of each at most with their count, and the profile attributes that"
                        + " differ. Roles are compared by kind and resource set, not by the groups"
                        + " or apps they are limited to. Use it where one can do what a colleague"
                        + " can't. For one app, use explain_access.")
    Compared compareUsers(
            @McpToolParam(description = People.ONE) String firstUser,
            @McpToolParam(description = People.ONE) String secondUser,
            ToolCall call) {
        var first = people.one(firstUser, call);
        var second = people.one(secondUser, call);
        var ids = List.of(Belongings.idOf(first), Belongings.idOf(second));
        var parts = new Parts(okta);
        var groups = both(parts, "groups", ids, belongings::groups, Belongings.GROUPS);
        var apps = both(parts, "apps", ids, belongings::apps, Belongings.APPS);
        var roles = both(parts, "admin_roles", ids, belongings::roles, Belongings.ROLES);
        parts.read();
        var profile = difference(first, second, call);
        return new Compared(
                UserBrief.named(first),
                UserBrief.named(second),
                profile.profile(),
                profile.same(),
                groups.compared(Belongings.Group::id, "list_user_groups"),
                apps.compared(Belongings.App::id, "list_user_apps"),
                roles.compared(Belongings.Role::kind, "list_user_roles"),
                parts.leftOut().stream().distinct().toList());
    }

    private static ProfileDifference difference(JsonNode first, JsonNode second, ToolCall call) {
        return ProfileDifference.of(
                first.path("profile"), second.path("profile"), HiddenFields.of(call.caller()));
    }

    private static <T> Both<T> both(
            Parts parts,
            String name,
            List<String> ids,
            Function<String, List<T>> read,
            String operationId) {
        Supplier<List<T>> first = () -> read.apply(ids.getFirst());
        Supplier<List<T>> second = () -> read.apply(ids.getLast());
        return new Both<>(
                parts.add(name, first, operationId), parts.add(name, second, operationId));
    }
}
