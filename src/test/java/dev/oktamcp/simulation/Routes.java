package dev.oktamcp.simulation;

import java.util.stream.Stream;

/// Every operation of the simulated org.
final class Routes {

    private Routes() {}

    static Stream<Route> of(Store store) {
        var admin = new AdminActions(store);
        return Stream.of(
                        new UserOperations(store, admin).routes(),
                        new UserLifecycle(store, admin).routes(),
                        new UserChanges(store, admin).routes(),
                        new UserCredentials(store, admin).routes(),
                        new UserPasswords(store, admin).routes(),
                        new UserFactors(store, admin).routes(),
                        new UserDevices(store).routes(),
                        new UserTypes(store).routes(),
                        new Sessions(store, admin).routes(),
                        new RoleAssignments(store, admin).routes(),
                        new RoleTargets(store, admin).routes(),
                        new UserSchema(store).routes(),
                        new GroupChanges(store, admin).routes(),
                        new GroupOwners(store, admin).routes(),
                        new GroupRules(store, admin).routes(),
                        new AppOperations(store).routes(),
                        new AppChanges(store, admin).routes(),
                        new AppFeatures(store, admin).routes(),
                        new AppAssignmentOperations(store, admin).routes(),
                        new Policies(store, admin).routes(),
                        new PolicyRules(store, admin).routes(),
                        new Zones(store, admin).routes(),
                        new IamRoles(store, admin).routes(),
                        new IamResourceSets(store, admin).routes(),
                        new IamBindings(store, admin).routes(),
                        new IamAssignees(store).routes(),
                        new Campaigns(store, admin).routes(),
                        new Reviews(store, admin).routes(),
                        new EntitlementSettings(store, admin).routes(),
                        new Entitlements(store, admin).routes(),
                        new EntitlementBundles(store, admin).routes(),
                        new Grants(store, admin).routes(),
                        new PrincipalEntitlements(store).routes(),
                        new GroupOperations(store, admin).routes(),
                        new LogOperations(store).routes(),
                        new TokenEndpoint(store, admin).routes())
                .flatMap(routes -> routes);
    }
}
