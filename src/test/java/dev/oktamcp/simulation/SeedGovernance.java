package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;

/// One application whose entitlements are managed, and a dozen campaigns about it.
final class SeedGovernance {

    private static final String APP = "Customers";
    private static final int CAMPAIGNS = 12;
    private static final int GRANTS = 5;

    private final Store store;
    private final AdminActions admin;
    private final String owner;
    private final ObjectNode app;

    private SeedGovernance(Store store) {
        this.store = store;
        this.admin = new AdminActions(store);
        this.owner = Json.text(admin.owner(), "id");
        this.app = store.kind(SeedApps.APP).get(store.ids().of("0oa", APP));
    }

    static void addTo(Store store) {
        var seed = new SeedGovernance(store);
        EntitlementSettings.set(seed.app, true);
        var license = seed.entitlement("License", "Basic", "Full");
        seed.entitlement("Role", "Seller", "Lead", "Auditor");
        seed.grant(license);
        for (var number = 1; number <= CAMPAIGNS; number++) {
            seed.campaign(number);
        }
    }

    private ObjectNode entitlement(String name, String... values) {
        var body =
                Json.object()
                        .put("name", name)
                        .put("externalValue", name.toLowerCase(Locale.ROOT))
                        .put("description", name + " in " + APP)
                        .put("multiValue", false)
                        .put("dataType", "string");
        var all = body.putArray("values");
        for (var value : values) {
            all.addObject()
                    .put("name", value)
                    .put("externalValue", value.toLowerCase(Locale.ROOT))
                    .put("description", value);
        }
        return new Entitlements(store, admin).create(app, body, name, owner);
    }

    /// A bundle with the first value, which some of the app's users have.
    private void grant(ObjectNode license) {
        var body = Json.object().put("name", "Sales staff").put("description", "What sales need");
        var value = Owned.of(store, EntitlementValues.KIND, license).getFirst();
        body.putArray("entitlements")
                .addObject()
                .put("id", Json.text(license, "id"))
                .putArray("values")
                .addObject()
                .put("id", Json.text(value, "id"));
        var bundle = new EntitlementBundles(store, admin).create(app, body, APP, owner);
        var users = new AppAssignments(store).users(Json.text(app, "id"));
        for (var user : users.subList(0, Math.min(GRANTS, users.size()))) {
            grant(bundle, user);
        }
    }

    private void grant(ObjectNode bundle, ObjectNode user) {
        var userId = Json.text(user, "id");
        var grant =
                Json.object()
                        .put("grantType", "ENTITLEMENT-BUNDLE")
                        .put("entitlementBundleId", Json.text(bundle, "id"));
        grant.set("targetPrincipal", Governed.reference(userId, "OKTA_USER"));
        new Grants(store, admin).create(grant, APP + userId, owner);
    }

    private void campaign(int number) {
        var active = number % 3 == 0;
        var name = "Campaign " + number;
        var campaign = Campaigns.create(store, body().put("name", name), name, owner);
        campaign.put("status", active ? "ACTIVE" : "COMPLETED");
        new Reviews(store, admin).open(campaign);
        if (!active) {
            new Reviews(store, admin).decide(campaign);
        }
    }

    private ObjectNode body() {
        var body = Json.object();
        body.putObject("scheduleSettings")
                .put("type", "ONE_OFF")
                .put("startDate", store.now())
                .put("durationInDays", 30)
                .put("timeZone", "Europe/London");
        body.putObject("resourceSettings")
                .putArray("targetResources")
                .addObject()
                .put("resourceType", "APPLICATION")
                .put("resourceId", Json.text(app, "id"));
        body.putObject("reviewerSettings").put("type", "USER").put("reviewerId", owner);
        return body;
    }
}
