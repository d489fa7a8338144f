package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/// The groups that a new user is to be put into.
record NewUserGroups(Store store) {

    /// ASSUMPTION: 20 groups are the most.
    private static final int MOST = 20;

    /// ASSUMPTION: other groups than those of the type OKTA_GROUP are refused like a membership.
    List<String> check(JsonNode groupIds) {
        if (groupIds.size() > MOST) {
            throw OktaError.of(ErrorCode.E0000093);
        }
        var groups = new ArrayList<String>();
        for (var id : groupIds) {
            var group = store.groups().get(id.asString(""));
            if (!Json.text(group, "type").equals("OKTA_GROUP")) {
                throw OktaError.of(ErrorCode.E0000006);
            }
            groups.add(Json.text(group, "id"));
        }
        return groups;
    }
}
