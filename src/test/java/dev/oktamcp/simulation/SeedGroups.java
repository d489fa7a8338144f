package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;

/// The twelve groups of the simulated company, and who is in them.
final class SeedGroups {

    static final String EVERYONE = "Everyone";
    static final String ADMINISTRATORS = "Okta Administrators";

    private static final String CONTRACTORS = "Contractors";
    private static final String GROUPS =
            """
            Everyone|BUILT_IN|All users of the org
            Engineering|OKTA_GROUP|Builds the product
            Sales|OKTA_GROUP|Sells it
            Marketing|OKTA_GROUP|Makes it known
            Finance|OKTA_GROUP|Counts the money
            Human Resources|OKTA_GROUP|Looks after people
            Support|OKTA_GROUP|Helps customers
            Contractors|OKTA_GROUP|People with a contract from outside
            Okta Administrators|OKTA_GROUP|May administer this org
            CORP Finance|APP_GROUP|Imported from the directory
            CORP VPN Users|APP_GROUP|Imported from the directory
            Workday Managers|APP_GROUP|Imported from Workday
            """;

    private SeedGroups() {}

    static void addTo(Store store) {
        for (var line : GROUPS.strip().split("\n", -1)) {
            var facts = line.split("\\|", -1);
            add(store, facts[0], facts[1], facts[2]);
        }
    }

    static ObjectNode add(Store store, String name) {
        return add(store, name, "OKTA_GROUP", name);
    }

    static ObjectNode add(Store store, String name, String type, String description) {
        var created = Json.time(store.clock().instant().minus(Duration.ofDays(1600)));
        var group =
                Json.object()
                        .put("id", store.ids().of("00g", name))
                        .put("created", created)
                        .put("lastUpdated", created)
                        .put("lastMembershipUpdated", created)
                        .set("objectClass", Json.texts("okta:user_group"))
                        .put("type", type);
        group.putObject("profile").put("name", name).put("description", description);
        if (type.equals("APP_GROUP")) {
            group.set("objectClass", Json.texts("okta:windows_security_principal"));
            group.putObject("source").put("id", store.ids().of("0oa", name.split(" ", -1)[0]));
        }
        store.groups().put(group);
        return group;
    }

    /// Puts a seeded user where department and title say. ASSUMPTION: nothing says that a
    /// deactivated user leaves the groups, so all stay.
    static void join(Store store, ObjectNode user) {
        var profile = user.path("profile");
        var department = Json.text(profile, "department");
        var title = Json.text(profile, "title");
        join(store, department, user);
        joinIf(Json.text(profile, "userType").equals("Contractor"), store, CONTRACTORS, user);
        joinIf(title.equals("Identity Administrator"), store, ADMINISTRATORS, user);
        joinIf(department.equals("Finance"), store, "CORP Finance", user);
        joinIf(department.equals("Engineering"), store, "CORP VPN Users", user);
        joinIf(title.matches("Head.*|Director.*|.*Manager"), store, "Workday Managers", user);
    }

    private static void joinIf(boolean due, Store store, String name, ObjectNode user) {
        if (due) {
            join(store, name, user);
        }
    }

    static void join(Store store, String name, ObjectNode user) {
        store.memberships().add(store.ids().of("00g", name), Json.text(user, "id"));
    }
}
