package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.Preview;

import java.util.Map;

/// What goes with a group, for the human who is asked.
record GroupReach(OktaClient okta) {

    static final String MEMBERS = "listGroupUsers";

    Preview told(Preview found, String groupId) {
        var id = Map.of("groupId", groupId);
        var reach = new Reach(okta);
        var members = reach.counted(found, "Members who lose what it gives: %s.", MEMBERS, id);
        var apps =
                reach.named(
                        members,
                        "Apps that it gives: %s.",
                        "listAssignedApplicationsForGroup",
                        id,
                        app -> LogEvent.text(app, "/label"));
        var roles =
                reach.named(
                        apps,
                        "Admin roles that it gives: %s.",
                        "listGroupAssignedRoles",
                        id,
                        role -> LogEvent.text(role, "/label"));
        return rules(roles, groupId);
    }

    /// Whether a rule fills it or asks who is in it: Okta makes both INVALID.
    private Preview rules(Preview found, String groupId) {
        var reach = new Reach(okta);
        return reach.named(
                found,
                "Group rules that name it and become INVALID: %s.",
                GroupRuleIndex.OPERATION,
                Map.of(),
                rule -> rule.toString().contains(groupId) ? reach.called(rule) : null);
    }
}
