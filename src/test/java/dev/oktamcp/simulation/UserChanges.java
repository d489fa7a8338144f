package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.stream.Stream;

/// Creating, changing and deleting users.
record UserChanges(Store store, AdminActions admin) {

    private static final List<String> REQUIRED = List.of("login", "email", "firstName", "lastName");

    Stream<Route> routes() {
        return Stream.of(
                Route.of("POST", "/api/v1/users", this::createUser),
                Route.of("POST", "/api/v1/users/{id}", this::updateUser),
                Route.of("PUT", "/api/v1/users/{id}", this::replaceUser),
                Route.of("DELETE", "/api/v1/users/{id}", this::deleteUser));
    }

    private Answer createUser(Call call) {
        var body = call.json();
        var profile = body.path("profile");
        check(profile, "");
        var status = NewUserStatus.of(call, body);
        var groups = new NewUserGroups(store).check(body.path("groupIds"));
        var user = UserDocument.create(store, call.key(), status, body);
        store.users().put(user);
        SeedGroups.join(store, SeedGroups.EVERYONE, user);
        groups.forEach(group -> store.memberships().add(group, Json.text(user, "id")));
        new RuleEvaluation(store).apply(user);
        admin.log(call, LogEventType.USER_CREATE, Party.user(user));
        if (status != UserStatus.STAGED) {
            admin.log(call, LogEventType.USER_ACTIVATE, Party.user(user));
        }
        return shown(call, user);
    }

    private Answer updateUser(Call call) {
        var user = editable(call);
        var body = call.json();
        var profile = ((ObjectNode) user.path("profile")).deepCopy();
        body.path("profile").properties().forEach(e -> profile.set(e.getKey(), e.getValue()));
        return change(call, user, profile, body);
    }

    private Answer replaceUser(Call call) {
        var user = editable(call);
        var body = call.json();
        var type = Json.text(body.path("type"), "id");
        if (!type.isEmpty() && !type.equals(Json.text(user.path("type"), "id"))) {
            user.putObject("type").put("id", Json.text(UserTypes.get(store, type), "id"));
            admin.log(call, LogEventType.USER_TYPE_CHANGE, Party.user(user));
        }
        return change(call, user, body.path("profile"), body);
    }

    private Answer change(Call call, ObjectNode user, JsonNode profile, ObjectNode body) {
        check(profile, Json.text(user, "id"));
        user.set("profile", profile.deepCopy());
        UserDocument.setCredentials(store, user, body.path("credentials"));
        if (!body.path("credentials").path("password").isEmpty()) {
            admin.log(call, LogEventType.PASSWORD_CHANGE, Party.user(user));
        }
        user.put("lastUpdated", store.now());
        new RuleEvaluation(store).apply(user);
        admin.log(call, LogEventType.PROFILE_UPDATE, Party.user(user));
        return shown(call, user);
    }

    /// ASSUMPTION: the org does not let deactivated users be changed; Okta has an option for it.
    private ObjectNode editable(Call call) {
        var user = store.user(call.value("id"));
        UserTag.check(call, user);
        if (isDeactivated(user)) {
            throw OktaError.of(ErrorCode.E0000038);
        }
        return user;
    }

    private void check(JsonNode profile, String ownId) {
        for (var field : REQUIRED) {
            if (Json.text(profile, field).isBlank()) {
                throw OktaError.missing(field);
            }
        }
        var known = store.users().withProfile("login", Json.text(profile, "login"));
        if (known.isPresent() && !Json.text(known.get(), "id").equals(ownId)) {
            throw OktaError.duplicate("login");
        }
    }

    /// The first call deactivates, the second deletes.
    private Answer deleteUser(Call call) {
        var user = store.user(call.value("id"));
        if (!isDeactivated(user)) {
            new UserLifecycle(store, admin).deactivate(call, user);
            return Answer.noContent();
        }
        admin.log(call, LogEventType.USER_DELETE_INITIATED, Party.user(user));
        store.users().remove(Json.text(user, "id"));
        store.memberships().removeUser(Json.text(user, "id"));
        Owned.removeAll(store, Json.text(user, "id"));
        admin.log(call, LogEventType.USER_DELETE_COMPLETED, Party.user(user));
        return Answer.noContent();
    }

    private static boolean isDeactivated(ObjectNode user) {
        return Json.text(user, "status").equals(UserStatus.DEPROVISIONED.name());
    }

    private static Answer shown(Call call, ObjectNode user) {
        return new UserView(call.base()).answer(user);
    }
}
