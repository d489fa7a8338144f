package dev.oktamcp.simulation;

/// A dozen custom roles and resource sets; the group of administrators has the first three of the
/// roles.
final class SeedIam {

    private static final int COUNT = 12;
    private static final int BOUND = 3;

    private SeedIam() {}

    static void addTo(Store store) {
        for (var number = 1; number <= COUNT; number++) {
            var role = IamKind.ROLE.create(store, "Role" + number, "Role " + number, "A role");
            IamRoles.addPermission(store, role, "okta.users.read");
            IamRoles.addPermission(store, role, "okta.groups.read");
            var label = "Resource set " + number;
            var set = IamKind.RESOURCE_SET.create(store, "Set" + number, label, "Some resources");
            IamResourceSets.add(store, set, new Orns(store).ofAddress("/api/v1/users"));
            if (number <= BOUND) {
                var group = store.ids().of("00g", SeedGroups.ADMINISTRATORS);
                RoleAssignments.addCustom(store, Assignee.GROUP, group, role, set);
            }
        }
    }
}
