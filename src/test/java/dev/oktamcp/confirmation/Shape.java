package dev.oktamcp.confirmation;

import dev.oktamcp.tool.AskBefore;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A kind of call that needs a yes.
///
/// @param askBefore of the server on which it needs one
/// @param arguments by the id of what it is about
/// @param changes how many requests a yes sends
record Shape(
        String name,
        AskBefore askBefore,
        Subject subject,
        String tool,
        Function<String, Map<String, Object>> arguments,
        int changes) {

    private static final Subject USER = new Subject.User("ACTIVE");
    private static final Map<String, Object> ROLE = Map.of("type", "HELP_DESK_ADMIN");

    static List<Shape> all() {
        return List.of(
                written("a tool that destroys", USER, "deactivate_user", "user_id"),
                written(
                        "a tool that gives credentials",
                        new Subject.User("STAGED"),
                        "activate_user",
                        "user_id"),
                written("a tool about groups", new Subject.Group(), "delete_group", "group_id"),
                written("a tool about apps", new Subject.App(), "delete_application", "app_id"),
                new Shape(
                        "a plan",
                        AskBefore.DESTROY,
                        new Subject.Member(),
                        "offboard_user",
                        user -> Map.of("user", user),
                        3),
                new Shape(
                        "a change, where every one is asked about",
                        AskBefore.CHANGE,
                        USER,
                        "suspend_user",
                        user -> Map.of("user_id", user),
                        1),
                called(
                        "an operation that destroys",
                        "call_destroy",
                        "deactivateUser",
                        user -> Map.of("id", user)),
                called(
                        "an operation that gives power",
                        "call_change",
                        "assignRoleToUser",
                        user -> Map.of("userId", user, "body", ROLE)),
                written("an operation by its own name", USER, "delete_user", "id"));
    }

    private static Shape written(String name, Subject subject, String tool, String argument) {
        return new Shape(name, AskBefore.DESTROY, subject, tool, id -> Map.of(argument, id), 1);
    }

    private static Shape called(
            String name,
            String tool,
            String operation,
            Function<String, Map<String, Object>> arguments) {
        return new Shape(
                name,
                AskBefore.DESTROY,
                USER,
                tool,
                id -> Map.of("operation", operation, "arguments", arguments.apply(id)),
                1);
    }

    @Override
    public String toString() {
        return name;
    }
}
