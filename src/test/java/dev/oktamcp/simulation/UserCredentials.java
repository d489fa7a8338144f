package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/// What an administrator does to passwords, locks and sessions.
record UserCredentials(Store store, AdminActions admin) {

    /// ASSUMPTION: the statuses that Okta's documents call active-like.
    private static final Set<UserStatus> HAS_PASSWORD =
            EnumSet.of(
                    UserStatus.ACTIVE,
                    UserStatus.RECOVERY,
                    UserStatus.PASSWORD_EXPIRED,
                    UserStatus.LOCKED_OUT);

    Stream<Route> routes() {
        var user = "/api/v1/users/{id}";
        var lifecycle = user + "/lifecycle/";
        return Stream.of(
                Route.of("POST", lifecycle + "unlock", this::unlockUser),
                Route.of("POST", lifecycle + "reset_password", this::resetPassword),
                Route.of("POST", lifecycle + "expire_password", this::expirePassword),
                Route.of(
                        "POST",
                        lifecycle + "expire_password_with_temp_password",
                        this::expirePasswordWithTempPassword),
                Route.of("POST", lifecycle + "reset_factors", this::resetFactors),
                Route.of("DELETE", user + "/sessions", this::revokeUserSessions));
    }

    private Answer unlockUser(Call call) {
        var user = store.user(call.value("id"));
        if (UserLifecycle.status(user) != UserStatus.LOCKED_OUT) {
            throw OktaError.of(ErrorCode.E0000032);
        }
        change(call, user, UserStatus.ACTIVE, LogEventType.ACCOUNT_UNLOCK);
        return Answer.empty();
    }

    private Answer resetPassword(Call call) {
        var user = store.user(call.value("id"));
        if (call.query().get("sendEmail").isEmpty()) {
            throw OktaError.of(ErrorCode.E0000028);
        }
        requirePassword(user);
        change(call, user, UserStatus.RECOVERY, LogEventType.PASSWORD_RESET);
        if (call.asks("revokeSessions", false)) {
            Sessions.end(store, Json.text(user, "id"));
        }
        var url = call.base() + "/signin/reset-password/" + store.ids().of("rst", call.key());
        return call.asks("sendEmail", true)
                ? Answer.empty()
                : Answer.of(Json.object().put("resetPasswordUrl", url));
    }

    private Answer expirePassword(Call call) {
        return new UserView(call.base()).answer(expire(call));
    }

    private Answer expirePasswordWithTempPassword(Call call) {
        var user = expire(call);
        var password = store.ids().of("tmp", call.key());
        UserPasswords.set(store, user, password);
        if (call.asks("revokeSessions", false)) {
            Sessions.end(store, Json.text(user, "id"));
        }
        return Answer.of(Json.object().put("tempPassword", password));
    }

    private ObjectNode expire(Call call) {
        var user = store.user(call.value("id"));
        requirePassword(user);
        change(call, user, UserStatus.PASSWORD_EXPIRED, LogEventType.PASSWORD_EXPIRE);
        return user;
    }

    /// ASSUMPTION: it works in every status; Okta's documents name ACTIVE and forbid none.
    private Answer resetFactors(Call call) {
        var user = store.user(call.value("id"));
        Owned.removeAll(store, UserFactors.FACTOR, Json.text(user, "id"));
        admin.log(call, LogEventType.FACTORS_RESET, Party.user(user));
        return Answer.empty();
    }

    /// ASSUMPTION: in every status, as no document names one.
    private Answer revokeUserSessions(Call call) {
        var user = store.user(call.value("id"));
        Sessions.end(store, Json.text(user, "id"));
        admin.log(call, LogEventType.SESSION_CLEAR, Party.user(user));
        return Answer.noContent();
    }

    private static void requirePassword(ObjectNode user) {
        if (!HAS_PASSWORD.contains(UserLifecycle.status(user))) {
            throw OktaError.of(ErrorCode.E0000038);
        }
    }

    private void change(Call call, ObjectNode user, UserStatus status, LogEventType type) {
        new UserLifecycle(store, admin).change(user, status);
        admin.log(call, type, Party.user(user));
    }
}
