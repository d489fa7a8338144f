package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

/// Gives seeded users their factors, devices and roles.
final class SeedBelongings {

    /// The title of an administrator who has set up nothing to sign in with beside a password.
    private static final String WITHOUT_FACTORS = "Network Engineer";

    private SeedBelongings() {}

    static void addTo(Store store, ObjectNode user, int number) {
        if (!Json.text(user, "status").equals(UserStatus.ACTIVE.name())) {
            return;
        }
        if (!title(user).equals(WITHOUT_FACTORS)) {
            addFactors(store, user, number);
        }
        if (number % 3 == 0) {
            addDevice(store, user);
        }
        if (number % 4 == 0) {
            Sessions.add(store, user);
        }
        addRole(store, user);
    }

    private static String title(ObjectNode user) {
        return Json.text(user.path("profile"), "title");
    }

    private static void addFactors(Store store, ObjectNode user, int number) {
        addFactor(store, user, "push", "Phone");
        if (number % 2 == 0) {
            addFactor(store, user, "webauthn", "Security key");
        }
    }

    private static void addRole(Store store, ObjectNode user) {
        var title = title(user);
        if (title.equals("Identity Administrator")) {
            addRole(store, user, "SUPER_ADMIN");
        } else if (title.startsWith("Head of Support")) {
            addRole(store, user, "HELP_DESK_ADMIN");
        } else if (title.equals(WITHOUT_FACTORS)) {
            addRole(store, user, "APP_ADMIN");
        }
    }

    private static void addRole(Store store, ObjectNode user, String type) {
        var id = Json.text(user, "id");
        RoleAssignments.add(store, Assignee.USER, id, type, type + id);
    }

    private static void addFactor(Store store, ObjectNode user, String type, String name) {
        var id = Json.text(user, "id");
        var prefix = type.equals("push") ? "opf" : "fwf";
        var factor =
                Json.object()
                        .put("id", store.ids().of(prefix, id))
                        .put("factorType", type)
                        .put("provider", type.equals("push") ? "OKTA" : "FIDO")
                        .put("vendorName", type.equals("push") ? "OKTA" : "FIDO")
                        .put("status", "ACTIVE")
                        .put("created", Json.text(user, "activated"))
                        .put("lastUpdated", Json.text(user, "activated"))
                        .put(Owned.OWNER, id);
        factor.putObject("profile").put("name", name);
        store.kind(UserFactors.FACTOR).put(factor);
    }

    private static void addDevice(Store store, ObjectNode user) {
        var id = Json.text(user, "id");
        var owned =
                Json.object()
                        .put("id", store.ids().of("lnk", id))
                        .put("created", Json.text(user, "activated"))
                        .put("deviceUserId", store.ids().of("lnk", id))
                        .put(Owned.OWNER, id);
        var device = device(user, store.ids().of("guo", id));
        store.kind(Devices.KIND).put(device);
        owned.put(UserDevices.DEVICE_ID, Json.text(device, "id"));
        store.kind(UserDevices.USER_DEVICE).put(owned);
    }

    private static ObjectNode device(ObjectNode user, String deviceId) {
        var name = "Laptop of " + Json.text(user.path("profile"), "firstName");
        var device =
                Json.object()
                        .put("id", deviceId)
                        .put("status", "ACTIVE")
                        .put("created", Json.text(user, "activated"))
                        .put("lastUpdated", Json.text(user, "activated"))
                        .put("resourceId", deviceId)
                        .put("resourceType", "UDDevice")
                        .putNull("resourceAlternateId");
        device.putObject("profile")
                .put("displayName", name)
                .put("platform", "MACOS")
                .put("registered", true);
        device.putObject("resourceDisplayName").put("value", name).put("sensitive", false);
        return device;
    }
}
