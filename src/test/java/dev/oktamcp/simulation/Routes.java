package dev.oktamcp.simulation;

import java.util.stream.Stream;

/// Every operation of the simulated org.
record Routes(Store store, AdminActions admin) {

    static Stream<Route> of(Store store) {
        var routes = new Routes(store, new AdminActions(store));
        return Stream.of(
                        routes.users(),
                        routes.belongings(),
                        routes.groups(),
                        routes.apps(),
                        routes.policies(),
                        routes.roles(),
                        routes.branding(),
                        routes.governance(),
                        routes.org())
                .flatMap(part -> part)
                .flatMap(part -> part);
    }

    private Stream<Stream<Route>> users() {
        return Stream.of(
                new UserOperations(store, admin).routes(),
                new UserLifecycle(store, admin).routes(),
                new UserChanges(store, admin).routes(),
                new UserCredentials(store, admin).routes(),
                new UserPasswords(store, admin).routes(),
                new UserTypes(store).routes(),
                new UserSchema(store, admin).routes(),
                new AppSchema(store, admin).routes(),
                new GroupSchema(store, admin).routes(),
                new ProfileMappings(store, admin).routes());
    }

    private Stream<Stream<Route>> belongings() {
        return Stream.of(
                new UserFactors(store, admin).routes(),
                new UserDevices(store).routes(),
                new UserGrants(store).routes(),
                new Devices(store, admin).routes(),
                new DeviceAssurances(store, admin).routes(),
                new Sessions(store, admin).routes());
    }

    private Stream<Stream<Route>> groups() {
        return Stream.of(
                new GroupOperations(store, admin).routes(),
                new GroupChanges(store, admin).routes(),
                new GroupOwners(store, admin).routes(),
                new GroupRules(store, admin).routes());
    }

    private Stream<Stream<Route>> apps() {
        return Stream.of(
                new AppOperations(store).routes(),
                new AppChanges(store, admin).routes(),
                new AppFeatures(store, admin).routes(),
                new AppAssignmentOperations(store, admin).routes(),
                new AppGroups(store, admin).routes(),
                new AppConnections(store, admin).routes(),
                new SamlMetadata(store).routes());
    }

    private Stream<Stream<Route>> policies() {
        return Stream.of(
                new Policies(store, admin).routes(),
                new PolicyRules(store, admin).routes(),
                new PolicyUses(store).routes(),
                new PolicySimulation(store).routes(),
                new Zones(store, admin).routes());
    }

    private Stream<Stream<Route>> roles() {
        return Stream.of(
                new RoleAssignments(store, admin).routes(),
                new RoleTargets(store, admin).routes(),
                new IamRoles(store, admin).routes(),
                new IamResourceSets(store, admin).routes(),
                new IamBindings(store, admin).routes(),
                new IamAssignees(store).routes());
    }

    private Stream<Stream<Route>> branding() {
        var templates = new EmailTemplates(store, admin);
        return Stream.of(
                new Brands(store, admin).routes(),
                new Themes(store, admin).routes(),
                new BrandPages(store, admin, BrandPages.Kind.ERROR).routes(),
                new BrandPages(store, admin, BrandPages.Kind.SIGN_IN).routes(),
                new SignOutPages(store, admin).routes(),
                templates.routes(),
                new EmailCustomizations(store, admin, templates).routes(),
                new CustomDomains(store, admin).routes(),
                new EmailDomains(store, admin).routes());
    }

    private Stream<Stream<Route>> governance() {
        return Stream.of(
                new Campaigns(store, admin).routes(),
                new Reviews(store, admin).routes(),
                new EntitlementSettings(store, admin).routes(),
                new Entitlements(store, admin).routes(),
                new EntitlementBundles(store, admin).routes(),
                new Grants(store, admin).routes(),
                new PrincipalEntitlements(store).routes());
    }

    private Stream<Stream<Route>> org() {
        return Stream.of(
                new OrgOperations(store).routes(),
                new OrgObjects(store).routes(),
                new ApiTokens(store, admin).routes(),
                new LogOperations(store).routes(),
                new TokenEndpoint(store, admin).routes());
    }
}
