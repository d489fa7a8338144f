package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// How the API shows a user: in lists with a link to itself, alone with what can be done to it.
record UserView(String base) {

    ObjectNode inList(ObjectNode user) {
        var shown = user.deepCopy();
        shown.putObject("_links").putObject("self").put("href", address(user));
        return shown;
    }

    ObjectNode alone(ObjectNode user) {
        var shown = inList(user);
        var links = shown.withObject("_links");
        for (var action : actions(UserStatus.valueOf(Json.text(user, "status")))) {
            links.putObject(action).put("href", address(user) + path(action)).put("method", "POST");
        }
        return shown;
    }

    /// A single user's answer has a tag, which a later change can be tied to.
    Answer answer(ObjectNode user) {
        var tag = List.of(new Header("ETag", UserTag.of(user)));
        return new Answer(200, alone(user), List.of(), tag);
    }

    private String address(ObjectNode user) {
        return base + "/api/v1/users/" + Json.text(user, "id");
    }

    /// ASSUMPTION: the links of STAGED, ACTIVE and SUSPENDED are documented, the others follow from
    /// the life-cycle table.
    private static List<String> actions(UserStatus status) {
        return switch (status) {
            case STAGED -> List.of("activate");
            case PROVISIONED, RECOVERY -> List.of("reactivate", "deactivate");
            case ACTIVE ->
                    List.of(
                            "suspend",
                            "resetPassword",
                            "expirePassword",
                            "changePassword",
                            "deactivate");
            case PASSWORD_EXPIRED -> List.of("resetPassword", "changePassword", "deactivate");
            case LOCKED_OUT -> List.of("unlock", "resetPassword", "deactivate");
            case SUSPENDED -> List.of("unsuspend", "deactivate");
            case DEPROVISIONED -> List.of("activate");
        };
    }

    private static String path(String action) {
        return switch (action) {
            case "changePassword" -> "/credentials/change_password";
            case "resetPassword" -> "/lifecycle/reset_password";
            case "expirePassword" -> "/lifecycle/expire_password";
            default -> "/lifecycle/" + action;
        };
    }
}
