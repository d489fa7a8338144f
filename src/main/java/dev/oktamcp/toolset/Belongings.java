package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Reads what a user has, each thing in short and all of them.
@Component
final class Belongings {

    static final String GROUPS = "listUserGroups";
    static final String APPS = "listAppLinks";
    static final String FACTORS = "listFactors";
    static final String ROLES = "listAssignedRolesForUser";

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

    /// @param name Okta's for the kind of app
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record App(String id, @Nullable String label, @Nullable String name) {

        static App of(JsonNode link) {
            return new App(
                    link.path("appInstanceId").asString(""),
                    LogEvent.text(link, "/label"),
                    LogEvent.text(link, "/appName"));
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
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Role(
            String id,
            String type,
            @Nullable String label,
            @Nullable String status,
            @Nullable String assignmentType) {

        static Role of(JsonNode role) {
            return new Role(
                    idOf(role),
                    role.path("type").asString(""),
                    LogEvent.text(role, "/label"),
                    LogEvent.text(role, "/status"),
                    LogEvent.text(role, "/assignmentType"));
        }
    }

    static String idOf(JsonNode object) {
        return object.path("id").asString("");
    }

    List<Group> groups(String userId) {
        return all(GROUPS, Map.of("id", userId), Group::of);
    }

    List<App> apps(String userId) {
        return all(APPS, Map.of("id", userId), App::of);
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
