package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.ChangeTool;
import dev.oktamcp.tool.DestroyTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.PreviewOf;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.springframework.ai.mcp.annotation.McpToolParam;

import java.util.Map;

/// What becomes of devices.
@ToolsOf(Toolset.DEVICES)
final class DeviceStateTools {

    private final OktaClient okta;

    DeviceStateTools(OktaClient okta) {
        this.okta = okta;
    }

    @ChangeTool(
            name = "activate_device",
            title = "Activate device",
            uses = "activateDevice",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that a DEACTIVATED device is ACTIVE, so that people can"
                            + " set it up again. Those who used it before are not linked again. For"
                            + " SUSPENDED, use unsuspend_device.")
    Done activateDevice(@McpToolParam(description = DeviceTools.DEVICE) String deviceId) {
        okta.call("activateDevice", Map.of("deviceId", deviceId));
        return new Done("Device %s is active.".formatted(deviceId));
    }

    @ChangeTool(
            name = "suspend_device",
            title = "Suspend device",
            uses = "suspendDevice",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that an ACTIVE device is SUSPENDED: it can't be used to"
                        + " sign in, and keeps its factors and users for unsuspend_device. For a"
                        + " device that is passing out of use, deactivate_device.")
    Done suspendDevice(@McpToolParam(description = DeviceTools.DEVICE) String deviceId) {
        okta.call("suspendDevice", Map.of("deviceId", deviceId));
        return new Done("Device %s is suspended.".formatted(deviceId));
    }

    @ChangeTool(
            name = "unsuspend_device",
            title = "Unsuspend device",
            uses = "unsuspendDevice",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that a SUSPENDED device is ACTIVE again, with the"
                            + " factors and users of before. For DEACTIVATED, use activate_device.")
    Done unsuspendDevice(@McpToolParam(description = DeviceTools.DEVICE) String deviceId) {
        okta.call("unsuspendDevice", Map.of("deviceId", deviceId));
        return new Done("Device %s is active again.".formatted(deviceId));
    }

    @DestroyTool(
            name = "deactivate_device",
            title = "Deactivate device",
            uses = "deactivateDevice",
            optional = "listDeviceUsers",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that a device is DEACTIVATED: it loses its users,"
                            + " factors and client certificates, and activating it does not bring"
                            + " them back. For a device that is only missing, use suspend_device. A"
                            + " human is asked first.")
    Done deactivateDevice(@McpToolParam(description = DeviceTools.DEVICE) String deviceId) {
        okta.call("deactivateDevice", Map.of("deviceId", deviceId));
        return new Done("Device %s is deactivated.".formatted(deviceId));
    }

    @DestroyTool(
            name = "delete_device",
            title = "Delete device",
            uses = {"getDevice", "deleteDevice"},
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that a DEACTIVATED device is deleted, with all that"
                            + " Okta knew of it; deactivate_device comes first. A human is asked"
                            + " first.")
    Done deleteDevice(@McpToolParam(description = DeviceTools.DEVICE) String deviceId) {
        var device = okta.call("getDevice", Map.of("deviceId", deviceId));
        var status = device.path("status").asString("");
        if (!status.equals("DEACTIVATED")) {
            throw Refusal.nothingChanged(
                    "device %s is %s, and only a DEACTIVATED device is deleted. Use deactivate_device first."
                            .formatted(deviceId, status));
        }
        okta.call("deleteDevice", Map.of("deviceId", deviceId));
        return new Done("Device %s is deleted.".formatted(deviceId));
    }

    @PreviewOf("deactivate_device")
    Preview ofDeactivation(Preview found, String deviceId) {
        return new Reach(okta)
                .counted(
                        found,
                        "People who lose it: %s.",
                        "listDeviceUsers",
                        Map.of("deviceId", deviceId))
                .undo("activate_device does not link them again; each has to set it up anew.");
    }
}
