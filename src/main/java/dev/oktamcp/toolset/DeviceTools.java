package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Page;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// Devices that Okta knows; what becomes of them is for `DeviceStateTools`.
@ToolsOf(Toolset.DEVICES)
final class DeviceTools {

    static final String DEVICE = "Device id, for example guo8jx5vVoxfvJeLb0w4";

    private final OktaClient okta;

    DeviceTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "list_devices",
            title = "List devices",
            uses = "listDevices",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the org's devices with id, status and profile (platform, OS version,"
                            + " whether registered), a page at a time. Does not return whose they"
                            + " are, list_device_users does; for one person, use"
                            + " list_user_devices.")
    Page listDevices(
            @McpToolParam(
                            description =
                                    "Expression over profile, id, status and lastUpdated. Example:"
                                            + " status eq \"SUSPENDED\" and profile.platform eq"
                                            + " \"MACOS\". Operators: eq gt ge lt le sw; co on"
                                            + " profile.displayName and serial numbers")
                    @Nullable String search,
            PageRequest page) {
        return okta.page("listDevices", Arguments.of("search", search), page);
    }

    @ReadTool(
            name = "get_device",
            title = "Get device",
            uses = "getDevice",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns one device: status ACTIVE, INACTIVE, SUSPENDED or DEACTIVATED, and"
                            + " profile. Does not return whose it is; list_device_users does.")
    ObjectNode getDevice(@McpToolParam(description = DEVICE) String deviceId) {
        return okta.call("getDevice", Map.of("deviceId", deviceId));
    }

    @ReadTool(
            name = "list_device_users",
            title = "List a device's users",
            uses = "listDeviceUsers",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the people who use a device, each with user, screen lock and whether"
                            + " the device is managed for them.")
    Page listDeviceUsers(@McpToolParam(description = DEVICE) String deviceId, PageRequest page) {
        return okta.page("listDeviceUsers", Map.of("deviceId", deviceId), page);
    }
}
