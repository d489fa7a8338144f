package dev.oktamcp.simulation;

import java.time.Duration;

/// The applications of the simulated company, and which groups have them.
final class SeedApps {

    static final String APP = "AppInstance";

    private static final String APPS =
            """
            Wiki|wiki|SAML_2_0|Everyone
            Mail|mail|SAML_2_0|Everyone
            Calendar|calendar|BOOKMARK|Everyone
            Chat|chat|OPENID_CONNECT|Everyone
            Travel|travel|SAML_2_0|Everyone
            Workday|workday|SAML_2_0|Everyone
            Payroll|payroll|SAML_2_0|Finance
            Ledger|ledger|SAML_1_1|Finance
            Expenses|expenses|OPENID_CONNECT|Finance
            Bank Portal|bank|SECURE_PASSWORD_STORE|Finance
            Source Code|source|OPENID_CONNECT|Engineering
            Build Server|build|OPENID_CONNECT|Engineering
            Cloud Console|cloud|SAML_2_0|Engineering
            Monitoring|monitoring|SAML_2_0|Engineering
            Bug Tracker|bugs|SAML_2_0|Engineering
            Customers|customers|SAML_2_0|Sales
            Quotes|quotes|AUTO_LOGIN|Sales
            Tickets|tickets|SAML_2_0|Support
            Status Page|status|BASIC_AUTH|Support
            Campaigns|campaigns|BROWSER_PLUGIN|Marketing
            Web Shop|shop|BROWSER_PLUGIN|Marketing
            Recruiting|recruiting|SAML_2_0|Human Resources
            Learning|learning|WS_FEDERATION|Everyone
            Old Intranet|intranet|BOOKMARK|Everyone|INACTIVE
            Directory Sync|oidc_client|OPENID_CONNECT|Okta Administrators
            """;

    private SeedApps() {}

    static void addTo(Store store) {
        var created = Json.time(store.clock().instant().minus(Duration.ofDays(900)));
        for (var line : APPS.strip().split("\n", -1)) {
            add(store, created, line.split("\\|", -1));
        }
    }

    private static void add(Store store, String created, String... facts) {
        var id = store.ids().of("0oa", facts[0]);
        var app =
                Json.object()
                        .put("id", id)
                        .put("name", facts[1])
                        .put("label", facts[0])
                        .put("status", facts.length > 4 ? facts[4] : "ACTIVE")
                        .put("lastUpdated", created)
                        .put("created", created)
                        .put("signOnMode", facts[2]);
        AppDetails.addTo(store, app);
        if (facts[1].equals("mail")) {
            app.withObject("/visibility/appLinks").put("contacts", true);
        }
        store.kind(APP).put(app);
        ProfileMappings.addFor(store, app);
        store.appGroups().add(id, store.ids().of("00g", facts[3]));
    }
}
