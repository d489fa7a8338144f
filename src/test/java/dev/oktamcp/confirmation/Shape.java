package dev.oktamcp.confirmation;

import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.server.ToolExposure;
import dev.oktamcp.tool.AskBefore;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A kind of call that needs a yes, about one user.
///
/// @param status in which the user has to be for it
/// @param arguments by the user's id
record Shape(
        String name,
        AskBefore askBefore,
        String status,
        String tool,
        Function<String, Map<String, Object>> arguments) {

    private static final Map<String, Object> ROLE = Map.of("type", "HELP_DESK_ADMIN");

    static List<Shape> all() {
        return List.of(
                written("a tool that destroys", "ACTIVE", "deactivate_user"),
                written("a tool that gives credentials", "STAGED", "activate_user"),
                new Shape(
                        "a change, where every one is asked about",
                        AskBefore.CHANGE,
                        "ACTIVE",
                        "suspend_user",
                        user -> Map.of("user_id", user)),
                new Shape(
                        "an operation that destroys",
                        AskBefore.DESTROY,
                        "ACTIVE",
                        "call_destroy",
                        user -> called("deactivateUser", Map.of("id", user))),
                new Shape(
                        "an operation that gives power",
                        AskBefore.DESTROY,
                        "ACTIVE",
                        "call_change",
                        user -> called("assignRoleToUser", Map.of("userId", user, "body", ROLE))),
                new Shape(
                        "an operation by its own name",
                        AskBefore.DESTROY,
                        "ACTIVE",
                        "delete_user",
                        user -> Map.of("id", user)));
    }

    private static Shape written(String name, String status, String tool) {
        return new Shape(name, AskBefore.DESTROY, status, tool, user -> Map.of("user_id", user));
    }

    private static Map<String, Object> called(String operation, Map<String, Object> arguments) {
        return Map.of("operation", operation, "arguments", arguments);
    }

    /// A server on which it needs a yes.
    String server(TestServers servers) {
        var all = Filter.ofMethods("read", "write", "custom");
        return servers.with(new Config(all, ToolExposure.DEFAULT, false, askBefore), null);
    }

    @Override
    public String toString() {
        return name;
    }
}
