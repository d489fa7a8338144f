package dev.oktamcp.simulation;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// A user as the seed or a test describes it.
record Person(
        String login,
        String firstName,
        String lastName,
        String department,
        String title,
        UserStatus status) {

    static Person named(String login, UserStatus status) {
        var local = login.split("@", -1)[0];
        var at = local.indexOf('.');
        var first = at < 0 ? local : local.substring(0, at);
        var last = at < 0 ? "User" : local.substring(at + 1);
        return new Person(login, capital(first), capital(last), "Engineering", "Engineer", status);
    }

    /// @param created when the account was made; the later times follow from it
    ObjectNode json(Ids ids, Instant created) {
        var activated = status == UserStatus.STAGED ? null : created.plus(Duration.ofHours(1));
        var used = status.wasActive() ? created.plus(Duration.ofDays(1)) : null;
        var user =
                Json.object()
                        .put("id", ids.of("00u", login.toLowerCase(Locale.ROOT)))
                        .put("status", status.name())
                        .put("created", Json.time(created))
                        .put("activated", time(activated))
                        .put("statusChanged", time(activated))
                        .put("lastLogin", time(used))
                        .put("lastUpdated", Json.time(used != null ? used : created))
                        .put("passwordChanged", time(used));
        user.putObject("type").put("id", ids.of("oty", "user"));
        return user.set("profile", profile()).set("credentials", credentials());
    }

    private ObjectNode profile() {
        return Json.object()
                .put("firstName", firstName)
                .put("lastName", lastName)
                .put("displayName", firstName + " " + lastName)
                .put("login", login)
                .put("email", login.contains("@") ? login : login + "@example.com")
                .put("mobilePhone", (String) null)
                .put("secondEmail", (String) null)
                .put("department", department)
                .put("title", title)
                .put("userType", title.startsWith("Contract") ? "Contractor" : "Employee");
    }

    private ObjectNode credentials() {
        var credentials = Json.object();
        if (status.wasActive()) {
            credentials.putObject("password");
        }
        credentials.putObject("provider").put("type", "OKTA").put("name", "OKTA");
        return credentials;
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : Json.time(instant);
    }

    private static String capital(String name) {
        return name.isEmpty()
                ? name
                : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
