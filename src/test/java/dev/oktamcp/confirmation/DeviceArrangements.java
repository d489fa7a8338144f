package dev.oktamcp.confirmation;

import java.util.Map;
import java.util.stream.Stream;

/// Calls about devices, and what they must be like.
final class DeviceArrangements {

    private static final String DEVICE = "/api/v1/devices/{device_id}";
    private static final String ASSURANCES = "/api/v1/device-assurances";
    private static final String ASSURANCE = ASSURANCES + "/{device_assurance_id}";

    private DeviceArrangements() {}

    static Stream<Arrangement> all() {
        return Stream.concat(devices(), assurances());
    }

    private static Stream<Arrangement> devices() {
        var act = "POST " + DEVICE + "/lifecycle/";
        return Stream.of(
                about("activate_device", "deactivate", act + "activate"),
                about("suspend_device", "", act + "suspend"),
                about("unsuspend_device", "suspend", act + "unsuspend"),
                about("deactivate_device", "", act + "deactivate"),
                about("delete_device", "deactivate", "DELETE " + DEVICE));
    }

    /// @param before what was done with the device, empty for nothing
    private static Arrangement about(String tool, String before, String change) {
        return Arrangement.of(
                tool,
                org -> {
                    var device = org.device();
                    if (!before.isEmpty()) {
                        org.post("/api/v1/devices/" + device + "/lifecycle/" + before);
                    }
                    return Map.of("device_id", device);
                },
                change);
    }

    private static Stream<Arrangement> assurances() {
        return Stream.of(
                Arrangement.of(
                        "create_device_assurance_policy",
                        _ ->
                                Map.of(
                                        "name", OrgContent.name(),
                                        "platform", "MACOS",
                                        "requirements", Map.of("secureHardwarePresent", true)),
                        "POST " + ASSURANCES),
                Arrangement.of(
                        "update_device_assurance_policy",
                        org ->
                                Map.of(
                                        "device_assurance_id",
                                        assurance(org),
                                        "changes",
                                        Map.of("osVersion", Map.of("minimum", "15.2"))),
                        "PUT " + ASSURANCE),
                Arrangement.of(
                        "replace_device_assurance_policy",
                        org ->
                                Map.of(
                                        "device_assurance_id", assurance(org),
                                        "policy", macs(OrgContent.name())),
                        "PUT " + ASSURANCE),
                Arrangement.of(
                        "delete_device_assurance_policy",
                        org -> Map.of("device_assurance_id", assurance(org)),
                        "DELETE " + ASSURANCE));
    }

    private static Map<String, Object> macs(String name) {
        return Map.of("name", name, "platform", "MACOS", "osVersion", Map.of("minimum", "15.0"));
    }

    private static String assurance(OrgContent org) {
        return org.add(ASSURANCES, macs(OrgContent.name()));
    }
}
