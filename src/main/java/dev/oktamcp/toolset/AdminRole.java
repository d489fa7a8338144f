package dev.oktamcp.toolset;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// Okta's standard admin roles, and `CUSTOM` for those that an org makes of permissions.
enum AdminRole {
    SUPER_ADMIN,
    ORG_ADMIN,
    APP_ADMIN,
    USER_ADMIN,
    GROUP_MEMBERSHIP_ADMIN,
    HELP_DESK_ADMIN,
    READ_ONLY_ADMIN,
    REPORT_ADMIN,
    API_ACCESS_MANAGEMENT_ADMIN,
    ACCESS_CERTIFICATIONS_ADMIN,
    ACCESS_REQUESTS_ADMIN,
    WORKFLOWS_ADMIN,
    CUSTOM;

    static final String TYPE =
            "Standard role, for example HELP_DESK_ADMIN (passwords and locks), USER_ADMIN (group"
                    + " administrator), READ_ONLY_ADMIN; CUSTOM for one that the org has made";

    static final String CUSTOM_ROLE =
            "With CUSTOM alone: id of the custom role, for example cr0Yq6IJxGIr0ouum0g3";

    static final String RESOURCE_SET =
            "With CUSTOM alone: id of the resource set that the role is for, for example"
                    + " iamoJDFKaJxGIr0oamd9g";

    static final String ASSIGNMENT =
            "Id of the assignment, not of the role, as the list of roles returns it, for example"
                    + " ra1b8aahBZuGJRRa30g4";

    /// What Okta takes to assign this role.
    ///
    /// @throws dev.oktamcp.tool.ToolException where a custom role is not told in full, or a
    ///   standard one has what belongs to custom roles
    Map<String, Object> assigned(@Nullable String customRoleId, @Nullable String resourceSetId) {
        if (this != CUSTOM) {
            if (customRoleId != null || resourceSetId != null) {
                throw Refusal.nothingChanged(
                        "custom_role_id and resource_set_id belong to role CUSTOM alone. Leave them out for %s."
                                .formatted(this));
            }
            return Map.of("type", this);
        }
        if (customRoleId == null || resourceSetId == null) {
            throw Refusal.nothingChanged(
                    "role CUSTOM needs custom_role_id and resource_set_id. The operations listRoles"
                            + " and listResourceSets find them.");
        }
        return Map.of("type", this, "role", customRoleId, "resource-set", resourceSetId);
    }
}
