package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Page;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.HiddenFields;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import java.util.Map;

/// What profiles can hold.
@ToolsOf(Toolset.PROFILES)
final class ProfileTools {

    private final OktaClient okta;

    ProfileTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "get_user_profile_attributes",
            title = "Get user profile attributes",
            uses = "getUserSchema",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the attributes that a user's profile can have in this org, Okta's own"
                            + " and custom ones, with type, allowed values and what is required."
                            + " Use it before create_user, update_user or a search by an attribute;"
                            + " one that is hidden can be set and not be read or searched by."
                            + " Holds for the default user type; does not return anybody's values.")
    ProfileAttributes getUserProfileAttributes(ToolCall call) {
        var schema = okta.call("getUserSchema", Map.of("schemaId", "default"));
        var hidden = HiddenFields.of(call.caller());
        return ProfileAttributes.of(schema).marked(hidden);
    }

    @ReadTool(
            name = "list_user_types",
            title = "List user types",
            uses = "listUserTypes",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the types that users can have, with id and name; one is the default."
                            + " Most orgs have that one alone. Does not return attributes;"
                            + " get_user_profile_attributes does.")
    Page listUserTypes(PageRequest page) {
        return okta.page("listUserTypes", Map.of(), page);
    }
}
