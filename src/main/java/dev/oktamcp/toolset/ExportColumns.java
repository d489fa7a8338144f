package dev.oktamcp.toolset;

import java.util.List;

/// What a file has of each row, unless other columns are asked for.
final class ExportColumns {

    static final List<String> OF_USERS =
            List.of(
                    "id",
                    "status",
                    "profile.login",
                    "profile.firstName",
                    "profile.lastName",
                    "profile.email",
                    "profile.department",
                    "profile.title",
                    "created",
                    "lastLogin",
                    "lastUpdated");
    static final List<String> OF_GROUPS =
            List.of(
                    "id",
                    "type",
                    "profile.name",
                    "profile.description",
                    "created",
                    "lastUpdated",
                    "lastMembershipUpdated");
    static final List<String> OF_APP_USERS =
            List.of(
                    "id",
                    "scope",
                    "status",
                    "credentials.userName",
                    "profile.email",
                    "created",
                    "lastUpdated",
                    "lastSync");
    static final List<String> OF_EVENTS =
            List.of(
                    "published",
                    "eventType",
                    "displayMessage",
                    "actor.id",
                    "actor.alternateId",
                    "outcome.result",
                    "outcome.reason",
                    "client.ipAddress",
                    "client.geographicalContext.country",
                    "target",
                    "uuid");

    private ExportColumns() {}
}
