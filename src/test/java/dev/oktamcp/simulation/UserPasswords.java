package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/// What people do to their passwords with the old one or a recovery answer.
record UserPasswords(Store store, AdminActions admin) {

    /// The password of everybody who was there from the start.
    static final String SEEDED = "Simulated-1";

    private static final String KIND = "Password";
    private static final Set<UserStatus> MAY_CHANGE =
            EnumSet.of(
                    UserStatus.STAGED,
                    UserStatus.ACTIVE,
                    UserStatus.PASSWORD_EXPIRED,
                    UserStatus.RECOVERY);

    Stream<Route> routes() {
        var credentials = "/api/v1/users/{userId}/credentials/";
        return Stream.of(
                Route.of("POST", credentials + "change_password", this::changePassword),
                Route.of("POST", credentials + "forgot_password", this::forgotPassword));
    }

    /// ASSUMPTION: of the documented codes, E0000014 stands for the wrong status and the wrong old
    /// password, E0000080 for a new password that is too weak.
    private Answer changePassword(Call call) {
        var user = store.user(call.value("userId"));
        var body = call.json();
        if (!MAY_CHANGE.contains(UserLifecycle.status(user))) {
            throw OktaError.of(ErrorCode.E0000014);
        }
        if (!Json.text(body.path("oldPassword"), "value").equals(password(user))) {
            throw OktaError.because(ErrorCode.E0000014, "Old Password is not correct");
        }
        var password = Json.text(body.path("newPassword"), "value");
        if (!isStrong(password)) {
            throw OktaError.of(ErrorCode.E0000080);
        }
        set(store, user, password);
        changed(call, user);
        return Answer.of(user.path("credentials").deepCopy());
    }

    private void changed(Call call, ObjectNode user) {
        user.put("passwordChanged", store.now());
        if (UserLifecycle.status(user) != UserStatus.STAGED) {
            new UserLifecycle(store, admin).change(user, UserStatus.ACTIVE);
        }
        if (call.json().path("revokeSessions").asBoolean(false)) {
            Sessions.end(store, Json.text(user, "id"));
        }
        admin.log(call, LogEventType.PASSWORD_CHANGE, Party.user(user));
    }

    /// ASSUMPTION: the default password policy asks for this much.
    private static boolean isStrong(String password) {
        return password.length() >= 8
                && password.matches(".*[a-z].*")
                && password.matches(".*[A-Z].*")
                && password.matches(".*[0-9].*");
    }

    private Answer forgotPassword(Call call) {
        var user = store.user(call.value("userId"));
        var asked = user.path("credentials").has("recovery_question");
        if (!asked || UserLifecycle.status(user) != UserStatus.ACTIVE) {
            throw OktaError.of(ErrorCode.E0000034);
        }
        admin.log(call, LogEventType.PASSWORD_RESET, Party.user(user));
        var url = call.base() + "/signin/reset-password/" + store.ids().of("rst", call.key());
        return call.asks("sendEmail", true)
                ? Answer.empty()
                : Answer.of(Json.object().put("resetPasswordUrl", url));
    }

    private String password(ObjectNode user) {
        var known = store.kind(KIND).find(Json.text(user, "id"));
        return known.map(kept -> Json.text(kept, "value")).orElse(SEEDED);
    }

    /// Kept beside the user, so that no answer can carry it.
    static void set(Store store, ObjectNode user, String password) {
        var id = Json.text(user, "id");
        store.kind(KIND)
                .put(Json.object().put("id", id).put("value", password).put(Owned.OWNER, id));
    }
}
