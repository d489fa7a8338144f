package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.ChangeTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.HiddenFields;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// Which custom attributes profiles can have. None is removed here: its values would go with it.
@ToolsOf(Toolset.PROFILES)
final class SchemaTools {

    private static final String ATTRIBUTES =
            "By name: what to change of an attribute; a new one needs title and type (string,"
                    + " boolean, integer, number, array). Example: {\"badge\": {\"title\": \"Badge"
                    + " number\", \"type\": \"string\", \"maxLength\": 20}}";

    private static final Map<String, Object> DEFAULT = Map.of("schemaId", "default");

    private final OktaClient okta;

    SchemaTools(OktaClient okta) {
        this.okta = okta;
    }

    private static ProfileAttributes shown(ObjectNode schema, ToolCall call) {
        return ProfileAttributes.of(schema).marked(HiddenFields.of(call.caller()));
    }

    @ReadTool(
            name = "get_application_user_schema",
            title = "Get an app's user attributes",
            uses = "getApplicationUserSchema",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the attributes that profiles in an app can have, the app's own and"
                        + " custom ones, with type, allowed values, what is required and what the"
                        + " app calls each. Does not return anybody's values; get_application_user"
                        + " does.")
    ProfileAttributes getApplicationUserSchema(
            @McpToolParam(description = Applications.APP) String appId, ToolCall call) {
        return shown(okta.call("getApplicationUserSchema", Map.of("appId", appId)), call);
    }

    @ReadTool(
            name = "get_group_schema",
            title = "Get group attributes",
            uses = "getGroupSchema",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the attributes that a group's profile can have, Okta's own and custom"
                            + " ones, with type and what is required. Does not return values;"
                            + " get_group does.")
    ProfileAttributes getGroupSchema(ToolCall call) {
        return shown(okta.call("getGroupSchema", Map.of()), call);
    }

    @ChangeTool(
            name = "update_application_user_schema",
            title = "Update an app's user attributes",
            uses = {"getApplicationUserSchema", "updateApplicationUserProfile"},
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the attributes of an app's profiles after custom ones were added or"
                        + " changed; what is not given of an attribute stays. Removes none. What"
                        + " fills an attribute is for update_profile_mapping.")
    ProfileAttributes updateApplicationUserSchema(
            @McpToolParam(description = Applications.APP) String appId,
            @McpToolParam(description = ATTRIBUTES) Map<String, Object> attributes,
            ToolCall call) {
        var now = okta.call("getApplicationUserSchema", Map.of("appId", appId));
        var body = CustomAttributes.changed(now, attributes);
        return shown(
                okta.call("updateApplicationUserProfile", Map.of("appId", appId, "body", body)),
                call);
    }

    @ChangeTool(
            name = "update_user_schema",
            title = "Update user attributes",
            uses = {"getUserSchema", "updateUserProfile"},
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the attributes of users' profiles after custom ones were added or"
                        + " changed, for the default user type; what is not given of an attribute"
                        + " stays. Removes none, and does not change anybody's values; update_user"
                        + " does.")
    ProfileAttributes updateUserSchema(
            @McpToolParam(description = ATTRIBUTES) Map<String, Object> attributes, ToolCall call) {
        var now = okta.call("getUserSchema", DEFAULT);
        var body = CustomAttributes.changed(now, attributes);
        return shown(
                okta.call("updateUserProfile", Map.of("schemaId", "default", "body", body)), call);
    }

    @ChangeTool(
            name = "update_group_schema",
            title = "Update group attributes",
            uses = {"getGroupSchema", "updateGroupSchema"},
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the attributes of groups' profiles after custom ones were added or"
                            + " changed; what is not given of an attribute stays. Removes none, and"
                            + " does not change values; update_group does.")
    ProfileAttributes updateGroupSchema(
            @McpToolParam(description = ATTRIBUTES) Map<String, Object> attributes, ToolCall call) {
        var now = okta.call("getGroupSchema", Map.of());
        var body = CustomAttributes.changed(now, attributes);
        return shown(okta.call("updateGroupSchema", Map.of("body", body)), call);
    }
}
