package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

/// Who can be given admin roles.
enum Assignee {
    USER("/api/v1/users/{userId}", LogEventType.PRIVILEGE_GRANT, LogEventType.PRIVILEGE_REVOKE),
    GROUP(
            "/api/v1/groups/{groupId}",
            LogEventType.GROUP_PRIVILEGE_GRANT,
            LogEventType.GROUP_PRIVILEGE_REVOKE);

    private final String path;
    private final LogEventType grant;
    private final LogEventType revoke;

    Assignee(String path, LogEventType grant, LogEventType revoke) {
        this.path = path;
        this.grant = grant;
        this.revoke = revoke;
    }

    String path() {
        return path;
    }

    LogEventType grant() {
        return grant;
    }

    LogEventType revoke() {
        return revoke;
    }

    ObjectNode find(Store store, Call call) {
        return switch (this) {
            case USER -> store.user(call.value("userId"));
            case GROUP -> store.groups().get(call.value("groupId"));
        };
    }

    Party party(ObjectNode assignee) {
        return switch (this) {
            case USER -> Party.user(assignee);
            case GROUP -> Party.group(assignee);
        };
    }

    String address(String base, ObjectNode role) {
        return base + path.replaceAll("\\{.*", "") + Json.text(role, Owned.OWNER);
    }
}
