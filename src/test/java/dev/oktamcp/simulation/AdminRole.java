package dev.oktamcp.simulation;

import java.util.List;

/// Okta's standard admin roles, and what each may do.
///
/// ASSUMPTION: Okta's documents describe the roles in prose; here a role covers whole resources,
/// named by their scopes, and no role has targets.
enum AdminRole {
    SUPER_ADMIN("*", "*"),
    ORG_ADMIN("*", "users groups policies networkZones sessions"),
    APP_ADMIN("apps users groups schemas governance", "apps governance"),
    USER_ADMIN("users groups schemas", "users groups"),
    GROUP_MEMBERSHIP_ADMIN("users groups", "groups"),
    HELP_DESK_ADMIN("users groups", "users"),
    READ_ONLY_ADMIN("*", ""),
    REPORT_ADMIN("logs users", ""),
    API_ACCESS_MANAGEMENT_ADMIN("apps users groups", ""),
    ACCESS_CERTIFICATIONS_ADMIN("governance", "governance"),
    ACCESS_REQUESTS_ADMIN("governance", ""),
    WORKFLOWS_ADMIN("", "");

    private final String readable;
    private final String manageable;

    AdminRole(String readable, String manageable) {
        this.readable = readable;
        this.manageable = manageable;
    }

    /// @param scope the scope that the operation needs
    boolean permits(String scope) {
        var parts = List.of(scope.split("\\.", -1));
        var read = parts.getLast().equals("read");
        var covered = List.of((read ? readable : manageable).split(" ", -1));
        return covered.contains("*") || covered.contains(parts.get(1));
    }
}
