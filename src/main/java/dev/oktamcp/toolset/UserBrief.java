package dev.oktamcp.toolset;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// Of a user, what tells one from another. Attributes stay in `profile`, where those that an MCP
/// server hides are taken out.
final class UserBrief {

    private static final List<String> FACTS =
            List.of("id", "status", "created", "statusChanged", "lastLogin", "passwordChanged");
    private static final List<String> ATTRIBUTES =
            List.of(
                    "login",
                    "email",
                    "firstName",
                    "lastName",
                    "displayName",
                    "department",
                    "title",
                    "userType");

    private UserBrief() {}

    static ObjectNode of(JsonNode user) {
        var brief = kept(user, FACTS);
        brief.set("profile", kept(user.path("profile"), ATTRIBUTES));
        return brief;
    }

    /// Only who it is.
    static ObjectNode named(JsonNode user) {
        var named = kept(user, List.of("id", "status"));
        named.set("profile", kept(user.path("profile"), List.of("login")));
        return named;
    }

    /// Of somebody who could not be read.
    static ObjectNode unread(String id) {
        return JsonNodeFactory.instance.objectNode().put("id", id);
    }

    private static ObjectNode kept(JsonNode from, List<String> names) {
        var kept = JsonNodeFactory.instance.objectNode();
        for (var name : names) {
            if (from.hasNonNull(name)) {
                kept.set(name, from.path(name));
            }
        }
        return kept;
    }
}
