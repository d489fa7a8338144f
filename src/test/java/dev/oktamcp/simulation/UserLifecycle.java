package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/// The life cycle of users. Transitions that Okta may finish later are finished at once here.
record UserLifecycle(Store store, AdminActions admin) {

    private static final Set<UserStatus> ACTIVATABLE =
            EnumSet.of(UserStatus.STAGED, UserStatus.DEPROVISIONED);
    private static final Set<UserStatus> REACTIVATABLE =
            EnumSet.of(UserStatus.PROVISIONED, UserStatus.RECOVERY);

    Stream<Route> routes() {
        return Stream.of(
                Route.of("POST", "/api/v1/users/{id}/lifecycle/activate", this::activateUser),
                Route.of("POST", "/api/v1/users/{id}/lifecycle/reactivate", this::reactivateUser),
                Route.of("POST", "/api/v1/users/{id}/lifecycle/deactivate", this::deactivateUser),
                Route.of("POST", "/api/v1/users/{id}/lifecycle/suspend", this::suspendUser),
                Route.of("POST", "/api/v1/users/{id}/lifecycle/unsuspend", this::unsuspendUser));
    }

    private Answer activateUser(Call call) {
        var user = store.user(call.value("id"));
        if (status(user) == UserStatus.ACTIVE) {
            throw OktaError.of(ErrorCode.E0000016);
        }
        if (!ACTIVATABLE.contains(status(user))) {
            throw OktaError.of(ErrorCode.E0000038);
        }
        var hasPassword = user.path("credentials").has("password");
        user.put("activated", store.now());
        change(user, hasPassword ? UserStatus.ACTIVE : UserStatus.PROVISIONED);
        admin.log(call, LogEventType.USER_ACTIVATE, Party.user(user));
        return call.query().get("sendEmail").orElse("true").equals("false")
                ? Answer.of(activation(call))
                : Answer.empty();
    }

    private ObjectNode activation(Call call) {
        var token = store.ids().of("act", call.request().id());
        return Json.object()
                .put("activationUrl", call.base() + "/welcome/" + token)
                .put("activationToken", token);
    }

    /// ASSUMPTION: deactivating a user who is DEPROVISIONED is refused with 403 E0000038, and group
    /// memberships outlive a deactivation.
    private Answer deactivateUser(Call call) {
        var user = store.user(call.value("id"));
        if (status(user) == UserStatus.DEPROVISIONED) {
            throw OktaError.of(ErrorCode.E0000038);
        }
        deactivate(call, user);
        return Answer.empty();
    }

    void deactivate(Call call, ObjectNode user) {
        change(user, UserStatus.DEPROVISIONED);
        store.appUsers().removeUser(Json.text(user, "id"));
        Sessions.end(store, Json.text(user, "id"));
        admin.log(call, LogEventType.USER_DEACTIVATE, Party.user(user));
    }

    private Answer reactivateUser(Call call) {
        var user = store.user(call.value("id"));
        if (!REACTIVATABLE.contains(status(user))) {
            throw OktaError.of(ErrorCode.E0000038);
        }
        admin.log(call, LogEventType.USER_REACTIVATE, Party.user(user));
        return call.asks("sendEmail", false) ? Answer.empty() : Answer.of(activation(call));
    }

    private Answer suspendUser(Call call) {
        var user = store.user(call.value("id"));
        require(user, UserStatus.ACTIVE, "suspendUser");
        change(user, UserStatus.SUSPENDED);
        admin.log(call, LogEventType.USER_SUSPEND, Party.user(user));
        return Answer.empty();
    }

    private Answer unsuspendUser(Call call) {
        var user = store.user(call.value("id"));
        require(user, UserStatus.SUSPENDED, "unsuspendUser");
        change(user, UserStatus.ACTIVE);
        admin.log(call, LogEventType.USER_UNSUSPEND, Party.user(user));
        return Answer.empty();
    }

    /// ASSUMPTION: the words of summary and cause; the code is documented.
    private static void require(ObjectNode user, UserStatus status, String operation) {
        if (status(user) != status) {
            throw OktaError.invalid(operation, "status: The user is not " + status);
        }
    }

    void change(ObjectNode user, UserStatus status) {
        user.put("status", status.name())
                .put("statusChanged", store.now())
                .put("lastUpdated", store.now());
    }

    static UserStatus status(ObjectNode user) {
        return UserStatus.valueOf(Json.text(user, "status"));
    }
}
