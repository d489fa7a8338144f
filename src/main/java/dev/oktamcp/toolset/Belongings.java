package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads what a user has, each thing in short and all of them.
@Component
final class Belongings {

    static final String GROUPS = "listUserGroups";
    static final String APPS = "listAppLinks";
    static final String FACTORS = "listFactors";
    static final String ROLES = "listAssignedRolesForUser";

    private static final String FACTORS_PART = "factors";

    /// More than any user has; a bound for what is held in memory.
    private static final int MOST = 10_000;

    private final OktaClient okta;

    Belongings(OktaClient okta) {
        this.okta = okta;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Group(String id, @Nullable String type, @Nullable String name) {

        static Group of(JsonNode group) {
            return new Group(
                    idOf(group),
                    LogEvent.text(group, "/type"),
                    LogEvent.text(group, "/profile/name"));
        }
    }

    /// An app on a user's dashboard, where it has one link or several.
    ///
    /// @param name Okta's for the kind of app
    /// @param links what its links are called; null where there is one
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record App(
            String id,
            @Nullable String label,
            @Nullable String name,
            @Nullable List<String> links) {

        /// @param links all of one app
        static App of(List<JsonNode> links) {
            var first = links.getFirst();
            var labels = links.stream().map(link -> link.path("label").asString("")).toList();
            return new App(
                    first.path("appInstanceId").asString(""),
                    LogEvent.text(first, "/label"),
                    LogEvent.text(first, "/appName"),
                    labels.size() == 1 ? null : labels);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Factor(
            String id,
            String factorType,
            @Nullable String provider,
            @Nullable String status,
            @Nullable String created) {

        static Factor of(JsonNode factor) {
            return new Factor(
                    idOf(factor),
                    factor.path("factorType").asString(""),
                    LogEvent.text(factor, "/provider"),
                    LogEvent.text(factor, "/status"),
                    LogEvent.text(factor, "/created"));
        }

        boolean isActive() {
            return "ACTIVE".equals(status);
        }
    }

    /// @param assignmentType GROUP where a group has the role
    /// @param resourceSet what a custom role is for; null for other roles
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Role(
            String id,
            String type,
            @Nullable String label,
            @Nullable String status,
            @Nullable String assignmentType,
            @JsonProperty("resource_set") @Nullable String resourceSet) {

        static Role of(JsonNode role) {
            return new Role(
                    idOf(role),
                    role.path("type").asString(""),
                    LogEvent.text(role, "/label"),
                    LogEvent.text(role, "/status"),
                    LogEvent.text(role, "/assignmentType"),
                    LogEvent.text(role, "/resource-set"));
        }

        /// Two people who have the same have a role of the same kind for the same resources.
        String kind() {
            return "%s %s %s".formatted(type, label, resourceSet);
        }
    }

    static String idOf(JsonNode object) {
        return object.path("id").asString("");
    }

    List<Group> groups(String userId) {
        return all(GROUPS, Map.of("id", userId), Group::of);
    }

    List<App> apps(String userId) {
        var links = all(APPS, Map.of("id", userId), Function.identity());
        return links.stream()
                .collect(
                        Collectors.groupingBy(
                                link -> link.path("appInstanceId").asString(""),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .values()
                .stream()
                .map(App::of)
                .toList();
    }

    /// Of a deactivated user Okta lists none, but says that there is no such user.
    Part<List<Factor>> factors(Parts parts, JsonNode user) {
        return "DEPROVISIONED".equals(user.path("status").asString(""))
                ? parts.without(FACTORS_PART, "A deactivated user has none.")
                : parts.add(FACTORS_PART, () -> factors(idOf(user)), FACTORS);
    }

    List<Factor> factors(String userId) {
        return all(FACTORS, Map.of("userId", userId), Factor::of);
    }

    List<Role> roles(String userId) {
        return all(ROLES, Map.of("userId", userId), Role::of);
    }

    private <T> List<T> all(
            String operationId, Map<String, String> arguments, Function<JsonNode, T> shown) {
        var items = new ArrayList<T>();
        var rest =
                okta.each(operationId, arguments, null, MOST, item -> items.add(shown.apply(item)));
        if (rest.hasMore() || rest.note() != null) {
            throw incomplete(operationId, rest.note());
        }
        return items;
    }

    /// What is called all must be all: a group that nobody saw would stay.
    private static ToolException incomplete(String operationId, @Nullable String why) {
        return new ToolException(
                ToolResult.Failure.of(
                        FailureCode.UNAVAILABLE,
                        "Not all that %s lists could be read. %s"
                                .formatted(operationId, why == null ? "" : why)));
    }
}
