package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Page;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.ChangeTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.Map;

/// How profiles in Okta and profiles in apps are made of one another.
@ToolsOf(Toolset.PROFILES)
final class ProfileMappingTools {

    /// When an attribute of the target is written.
    enum PushStatus {
        PUSH,
        DONT_PUSH
    }

    private static final String MAPPING = "Profile mapping id, for example prm1k47ghydIQOTBW0g4";

    private final OktaClient okta;

    ProfileMappingTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "list_profile_mappings",
            title = "List profile mappings",
            uses = "listProfileMappings",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the mappings between the profiles of users and of apps, with id,"
                        + " source and target, a page at a time. An app has one in each direction."
                        + " Does not return expressions; get_profile_mapping does.")
    Page listProfileMappings(
            @McpToolParam(
                            description =
                                    "Id of the app or user type that values come from, for example"
                                            + " 0oa1gjh63g214q0Hq0g4")
                    @Nullable String sourceId,
            @McpToolParam(
                            description =
                                    "Id of the app or user type that values go to, for example"
                                            + " 0oa1gjh63g214q0Hq0g4")
                    @Nullable String targetId,
            PageRequest page) {
        return okta.page(
                "listProfileMappings",
                Arguments.of("sourceId", sourceId, "targetId", targetId),
                page);
    }

    @ReadTool(
            name = "get_profile_mapping",
            title = "Get profile mapping",
            uses = "getProfileMapping",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns one mapping: source, target, and for each attribute of the target the"
                            + " expression that makes it, and whether it is written when a user is"
                            + " created only (DONT_PUSH) or at updates too (PUSH).")
    ObjectNode getProfileMapping(@McpToolParam(description = MAPPING) String mappingId) {
        return okta.call("getProfileMapping", Map.of("mappingId", mappingId));
    }

    @ChangeTool(
            name = "update_profile_mapping",
            title = "Update profile mapping",
            uses = {"getProfileMapping", "updateProfileMapping"},
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a mapping with the expressions of the given attributes changed; those"
                        + " of all others stay. Takes effect for everybody who has the app, so look"
                        + " at get_profile_mapping first. Does not add attributes to the app;"
                        + " update_application_user_schema does.")
    ObjectNode updateProfileMapping(
            @McpToolParam(description = MAPPING) String mappingId,
            @McpToolParam(
                            description =
                                    "By attribute of the target, in Okta's expression language;"
                                            + " null ends its mapping. Example: {\"nickName\":"
                                            + " \"user.nickName\", \"title\": null}")
                    Map<String, @Nullable String> expressions,
            @McpToolParam(
                            description =
                                    "PUSH: write at updates too, DONT_PUSH: when a user is created"
                                        + " only. Unless given as before, and PUSH where it is new")
                    @Nullable PushStatus pushStatus) {
        var now = okta.call("getProfileMapping", Map.of("mappingId", mappingId));
        var properties = new LinkedHashMap<String, JsonNode>();
        expressions.forEach((name, expression) -> {
            var before = now.path("properties").path(name).path("pushStatus").asString("PUSH");
            var status = pushStatus == null ? before : pushStatus.name();
            properties.put(name, property(expression, status));
        });
        return okta.call(
                "updateProfileMapping",
                Map.of("mappingId", mappingId, "body", Map.of("properties", properties)));
    }

    /// To Okta, an attribute whose expression and status are null is one without a mapping.
    private static ObjectNode property(@Nullable String expression, String status) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("expression", expression)
                .put("pushStatus", expression == null ? null : status);
    }
}
