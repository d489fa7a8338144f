package dev.oktamcp.simulation;

import java.util.stream.Stream;

/// The devices of a user; the list has no pages.
record UserDevices(Store store) {

    static final String USER_DEVICE = "UserDevice";

    Stream<Route> routes() {
        return Stream.of(Route.of("GET", "/api/v1/users/{userId}/devices", this::listUserDevices));
    }

    private Answer listUserDevices(Call call) {
        var user = store.user(call.value("userId"));
        var devices = Owned.of(store, USER_DEVICE, user).stream().map(Json::shown).toList();
        return Answer.of(Json.array(devices), call.self());
    }
}
