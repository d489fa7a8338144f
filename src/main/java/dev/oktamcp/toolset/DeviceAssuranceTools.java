package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Page;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.ChangeTool;
import dev.oktamcp.tool.DestroyTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.PreviewOf;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a device must be like, so that rules of access policies can ask for it.
@ToolsOf(Toolset.DEVICES)
final class DeviceAssuranceTools {

    private static final String ASSURANCE =
            "Device assurance policy id, for example dae3m8o4rWhwReDeM1c5";

    private static final List<String> READ_ONLY =
            List.of("id", "createdBy", "createdDate", "lastUpdate", "lastUpdatedBy", "_links");

    private final OktaClient okta;

    DeviceAssuranceTools(OktaClient okta) {
        this.okta = okta;
    }

    enum Platform {
        WINDOWS,
        MACOS,
        CHROMEOS,
        IOS,
        ANDROID
    }

    @ReadTool(
            name = "list_device_assurance_policies",
            title = "List device assurance policies",
            uses = "listDeviceAssurancePolicies",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns device assurance policies with id, name, platform and what each asks"
                        + " of a device: OS version, disk encryption, screen lock and the like."
                        + " Does not return which devices comply, nor the rules that name them.")
    Page listDeviceAssurancePolicies(PageRequest page) {
        return okta.page("listDeviceAssurancePolicies", Map.of(), page);
    }

    @ReadTool(
            name = "get_device_assurance_policy",
            title = "Get device assurance policy",
            uses = "getDeviceAssurancePolicy",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns one device assurance policy: name, platform, what it asks of a device,"
                            + " and who changed it last, when.")
    ObjectNode getDeviceAssurancePolicy(
            @McpToolParam(description = ASSURANCE) String deviceAssuranceId) {
        return okta.call(
                "getDeviceAssurancePolicy", Map.of("deviceAssuranceId", deviceAssuranceId));
    }

    @ChangeTool(
            name = "create_device_assurance_policy",
            title = "Create device assurance policy",
            uses = "createDeviceAssurancePolicy",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the new device assurance policy. It keeps nobody out until a rule of"
                        + " an access policy names it in conditions.device.assurance.include. Ask"
                        + " the user for OS versions rather than guess them.")
    ObjectNode createDeviceAssurancePolicy(
            @McpToolParam(description = "Name, new in the org, for example Managed Macs")
                    String name,
            @McpToolParam(description = "What the devices run, for example MACOS")
                    Platform platform,
            @McpToolParam(
                            description =
                                    "What is asked of them. Example for MACOS: {\"osVersion\":"
                                        + " {\"minimum\": \"15.1\"}, \"diskEncryptionType\":"
                                        + " {\"include\": [\"ALL_INTERNAL_VOLUMES\"]},"
                                        + " \"screenLockType\": {\"include\": [\"BIOMETRIC\"]},"
                                        + " \"secureHardwarePresent\": true}. IOS and ANDROID have"
                                        + " \"jailbreak\": false")
                    Map<String, Object> requirements) {
        var policy = new LinkedHashMap<>(requirements);
        policy.put("name", name);
        policy.put("platform", platform);
        return okta.call("createDeviceAssurancePolicy", Map.of("body", policy));
    }

    @DestroyTool(
            name = "update_device_assurance_policy",
            title = "Update device assurance policy",
            uses = {"getDeviceAssurancePolicy", "replaceDeviceAssurancePolicy"},
            optional = RulesNaming.POLICIES,
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a changed device assurance policy. What is given is set, null takes a"
                        + " requirement out, a list replaces the list, and all else stays. Where"
                        + " rules name it, devices that comply no more are kept out at the next"
                        + " sign-in. A human is asked first.")
    ObjectNode updateDeviceAssurancePolicy(
            @McpToolParam(description = ASSURANCE) String deviceAssuranceId,
            @McpToolParam(
                            description =
                                    "What to change, for example {\"osVersion\": {\"minimum\":"
                                            + " \"15.2\"}}; of osVersion Windows and others know"
                                            + " further forms")
                    Map<String, Object> changes) {
        var id = Map.of("deviceAssuranceId", deviceAssuranceId);
        var whole = PartialUpdate.of(okta.call("getDeviceAssurancePolicy", id), changes, READ_ONLY);
        return replaced(deviceAssuranceId, whole);
    }

    @DestroyTool(
            name = "replace_device_assurance_policy",
            title = "Replace device assurance policy",
            uses = "replaceDeviceAssurancePolicy",
            optional = RulesNaming.POLICIES,
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a device assurance policy that asks exactly what is given: what is"
                            + " left out is asked no more. To change a part,"
                            + " update_device_assurance_policy is safer. A human is asked first.")
    ObjectNode replaceDeviceAssurancePolicy(
            @McpToolParam(description = ASSURANCE) String deviceAssuranceId,
            @McpToolParam(
                            description =
                                    "The whole policy, with name and platform, for example"
                                        + " {\"name\": \"Managed Macs\", \"platform\": \"MACOS\","
                                        + " \"osVersion\": {\"minimum\": \"15.1\"}}")
                    Map<String, Object> policy) {
        return replaced(deviceAssuranceId, policy);
    }

    private ObjectNode replaced(String deviceAssuranceId, Object policy) {
        return okta.call(
                "replaceDeviceAssurancePolicy",
                Map.of("deviceAssuranceId", deviceAssuranceId, "body", policy));
    }

    @DestroyTool(
            name = "delete_device_assurance_policy",
            title = "Delete device assurance policy",
            uses = "deleteDeviceAssurancePolicy",
            optional = RulesNaming.POLICIES,
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that a device assurance policy is deleted. Okta keeps"
                            + " one that a rule of an access policy names: take it out there first,"
                            + " by update_policy_rule. A human is asked first.")
    Done deleteDeviceAssurancePolicy(
            @McpToolParam(description = ASSURANCE) String deviceAssuranceId) {
        okta.call("deleteDeviceAssurancePolicy", Map.of("deviceAssuranceId", deviceAssuranceId));
        return new Done("Device assurance policy %s is deleted.".formatted(deviceAssuranceId));
    }

    @PreviewOf("update_device_assurance_policy")
    Preview ofUpdate(Preview found, String deviceAssuranceId) {
        return new RulesNaming(okta).deviceAssurance(found, deviceAssuranceId);
    }

    @PreviewOf("replace_device_assurance_policy")
    Preview ofReplacement(Preview found, String deviceAssuranceId) {
        return new RulesNaming(okta).deviceAssurance(found, deviceAssuranceId);
    }

    @PreviewOf("delete_device_assurance_policy")
    Preview ofDelete(Preview found, String deviceAssuranceId) {
        return new RulesNaming(okta).deviceAssurance(found, deviceAssuranceId);
    }
}
