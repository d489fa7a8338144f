package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.stream.Stream;

/// The devices of a user; the list has no pages.
record UserDevices(Store store) {

    static final String USER_DEVICE = "UserDevice";

    /// Which device it is; the answer shows the whole of it.
    static final String DEVICE_ID = "#device";

    Stream<Route> routes() {
        return Stream.of(Route.of("GET", "/api/v1/users/{userId}/devices", this::listUserDevices));
    }

    private Answer listUserDevices(Call call) {
        var user = store.user(call.value("userId"));
        var devices = Owned.of(store, USER_DEVICE, user).stream().map(this::shown).toList();
        return Answer.of(Json.array(devices), call.self());
    }

    private ObjectNode shown(ObjectNode owned) {
        var device = store.kind(Devices.KIND).get(Json.text(owned, DEVICE_ID));
        return Json.shown(owned).set("device", Json.shown(device));
    }
}
