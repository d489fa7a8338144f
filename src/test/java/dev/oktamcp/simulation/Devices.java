package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/// The devices of the org: they are suspended and deactivated like users, and deleted when they are
/// deactivated.
record Devices(Store store, AdminActions admin) {

    static final String KIND = "Device";

    private static final String ACTIVE = "ACTIVE";
    private static final String SUSPENDED = "SUSPENDED";
    private static final String DEACTIVATED = "DEACTIVATED";

    Stream<Route> routes() {
        var device = "/api/v1/devices/{deviceId}";
        var lifecycle = device + "/lifecycle/";
        return Stream.of(
                Route.of("GET", "/api/v1/devices", this::listDevices),
                Route.of("GET", device, call -> Answer.of(shown(call, device(call)))),
                Route.of("DELETE", device, this::deleteDevice),
                Route.of("GET", device + "/users", this::listDeviceUsers),
                Route.of("POST", lifecycle + "activate", this::activateDevice),
                Route.of("POST", lifecycle + "deactivate", this::deactivateDevice),
                Route.of("POST", lifecycle + "suspend", this::suspendDevice),
                Route.of("POST", lifecycle + "unsuspend", this::unsuspendDevice));
    }

    private Answer listDevices(Call call) {
        var page = listing().page(call.query(), store.kind(KIND));
        var shown = page.items().stream().map(device -> shown(call, device)).toList();
        return Answer.of(Json.array(shown), page.links(call));
    }

    private static Listing listing() {
        var search = new Dialect(Devices::operators, true, false);
        var sizes = new PageSizes(200, 200, 200);
        return new Listing(search, search, (_, _) -> true, _ -> true, sizes);
    }

    /// ASSUMPTION: profile attributes beside the display name know all of these but `co`.
    private static Set<Operator> operators(String attribute) {
        return switch (attribute) {
            case "id", "status" -> EnumSet.of(Operator.EQ);
            case "lastUpdated" ->
                    EnumSet.of(Operator.EQ, Operator.GT, Operator.GE, Operator.LT, Operator.LE);
            case "profile.displayName" -> EnumSet.of(Operator.EQ, Operator.SW, Operator.CO);
            default ->
                    attribute.matches("profile\\.\\w+")
                            ? EnumSet.of(Operator.EQ, Operator.SW)
                            : Set.of();
        };
    }

    private Answer listDeviceUsers(Call call) {
        var id = Json.text(device(call), "id");
        var view = new UserView(call.base());
        var users =
                store.kind(UserDevices.USER_DEVICE).with(UserDevices.DEVICE_ID, id).stream()
                        .map(owned -> user(view, owned))
                        .toList();
        return Answer.of(Json.array(users), call.self());
    }

    private ObjectNode user(UserView view, ObjectNode owned) {
        var user = store.users().get(Json.text(owned, Owned.OWNER));
        return Json.object()
                .put("created", Json.text(owned, "created"))
                .put("managementStatus", "NOT_MANAGED")
                .set("user", view.inList(user));
    }

    private Answer activateDevice(Call call) {
        return change(call, DEACTIVATED, ACTIVE, LogEventType.DEVICE_ACTIVATE);
    }

    /// ASSUMPTION: a suspended device can be deactivated too.
    private Answer deactivateDevice(Call call) {
        var from = Json.text(device(call), "status");
        var possible = from.equals(DEACTIVATED) ? ACTIVE : from;
        return change(call, possible, DEACTIVATED, LogEventType.DEVICE_DEACTIVATE);
    }

    private Answer suspendDevice(Call call) {
        return change(call, ACTIVE, SUSPENDED, LogEventType.DEVICE_SUSPEND);
    }

    private Answer unsuspendDevice(Call call) {
        return change(call, SUSPENDED, ACTIVE, LogEventType.DEVICE_UNSUSPEND);
    }

    private Answer deleteDevice(Call call) {
        var device = device(call);
        require(device, DEACTIVATED);
        var id = Json.text(device, "id");
        store.kind(KIND).remove(id);
        for (var owned : store.kind(UserDevices.USER_DEVICE).with(UserDevices.DEVICE_ID, id)) {
            store.kind(UserDevices.USER_DEVICE).remove(Json.text(owned, "id"));
        }
        admin.log(call, LogEventType.DEVICE_DELETE, party(device));
        return Answer.noContent();
    }

    private Answer change(Call call, String from, String to, LogEventType type) {
        var device = device(call);
        require(device, from);
        device.put("status", to).put("lastUpdated", store.now());
        admin.log(call, type, party(device));
        return Answer.noContent();
    }

    /// ASSUMPTION: the code of the refusal.
    private static void require(ObjectNode device, String status) {
        if (!Json.text(device, "status").equals(status)) {
            throw OktaError.invalid("status", "status: The device is not " + status);
        }
    }

    private static Party party(ObjectNode device) {
        var name = Json.text(device.path("profile"), "displayName");
        return new Party(Json.text(device, "id"), KIND, "unknown", name);
    }

    private static ObjectNode shown(Call call, ObjectNode device) {
        var shown = Json.shown(device);
        var self = call.base() + "/api/v1/devices/" + Json.text(device, "id");
        var links = shown.putObject("_links");
        links.putObject("self").put("href", self);
        links.putObject("users").put("href", self + "/users");
        return shown;
    }

    private ObjectNode device(Call call) {
        return store.kind(KIND).get(call.value("deviceId"));
    }
}
