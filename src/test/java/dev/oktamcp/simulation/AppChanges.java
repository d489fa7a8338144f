package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Creating, changing and deleting applications.
record AppChanges(Store store, AdminActions admin) {

    private static final int LONGEST_LABEL = 100;
    private static final Set<String> SIGN_ON_MODES =
            Set.of(
                    "AUTO_LOGIN",
                    "BASIC_AUTH",
                    "BOOKMARK",
                    "BROWSER_PLUGIN",
                    "OPENID_CONNECT",
                    "SAML_1_1",
                    "SAML_2_0",
                    "SECURE_PASSWORD_STORE",
                    "WS_FEDERATION");

    /// What a request cannot set or change.
    private static final Set<String> SYSTEM =
            Set.of(
                    "id",
                    "name",
                    "status",
                    "created",
                    "lastUpdated",
                    "features",
                    "orn",
                    "_links",
                    "_embedded");

    Stream<Route> routes() {
        var app = "/api/v1/apps/{appId}";
        return Stream.of(
                Route.of("POST", "/api/v1/apps", this::createApplication),
                Route.of("PUT", app, this::replaceApplication),
                Route.of("DELETE", app, this::deleteApplication),
                Route.of("POST", app + "/lifecycle/activate", this::activateApplication),
                Route.of("POST", app + "/lifecycle/deactivate", this::deactivateApplication),
                Route.of("PUT", app + "/policies/{policyId}", this::assignApplicationPolicy));
    }

    private Answer createApplication(Call call) {
        var body = checked(call);
        var app =
                Json.object()
                        .put("id", store.ids().of("0oa", call.key()))
                        .put("name", name(body))
                        .put("status", call.asks("activate", true) ? "ACTIVE" : "INACTIVE")
                        .put("created", store.now());
        app.put("orn", new Orns(store).app(app)).putArray("features");
        fill(app, body);
        store.kind(SeedApps.APP).put(app);
        ProfileMappings.addFor(store, app);
        admin.log(call, LogEventType.APP_CREATE, Party.app(app));
        var shown = new AppView(call.base(), new AppAssignments(store)).show(app);
        return Answer.of(AppCredentials.shownOnce(store, shown));
    }

    /// ASSUMPTION: an app that is not of the catalogue is named after its sign-on mode.
    private static String name(ObjectNode body) {
        var name = Json.text(body, "name");
        if (!name.isEmpty()) {
            return name;
        }
        var mode = Json.text(body, "signOnMode");
        return mode.equals("OPENID_CONNECT") ? "oidc_client" : mode.toLowerCase(Locale.ROOT);
    }

    /// ASSUMPTION: the sign-on mode of an app is kept for good.
    private Answer replaceApplication(Call call) {
        var app = app(call);
        var body = checked(call);
        if (!Json.text(body, "signOnMode").equals(Json.text(app, "signOnMode"))) {
            throw OktaError.invalid("signOnMode", "signOnMode: The sign-on mode cannot be changed");
        }
        var governed = app.at("/settings/emOptInStatus");
        var gone = app.propertyNames().stream().filter(name -> !SYSTEM.contains(name)).toList();
        app.remove(gone.stream().filter(name -> !name.startsWith("#")).toList());
        fill(app, body);
        if (governed.isString()) {
            app.withObject("/settings").set("emOptInStatus", governed);
        }
        admin.log(call, LogEventType.APP_UPDATE, Party.app(app));
        return Answer.of(new AppView(call.base(), new AppAssignments(store)).show(app));
    }

    private void fill(ObjectNode app, ObjectNode body) {
        for (var field : body.properties()) {
            if (!SYSTEM.contains(field.getKey())) {
                app.set(field.getKey(), field.getValue().deepCopy());
            }
        }
        app.put("lastUpdated", store.now());
        AppCredentials.fill(store, app);
    }

    /// ASSUMPTION: two applications may have the same label, as they may in many orgs.
    private static ObjectNode checked(Call call) {
        var body = call.json();
        var label = Json.text(body, "label");
        if (label.isBlank()) {
            throw OktaError.missing("label");
        }
        if (label.length() > LONGEST_LABEL) {
            throw OktaError.invalid("label", "label: The field is too long");
        }
        if (!SIGN_ON_MODES.contains(Json.text(body, "signOnMode"))) {
            throw OktaError.invalid("signOnMode", "signOnMode: The sign-on mode is unknown");
        }
        return body;
    }

    private Answer deleteApplication(Call call) {
        var app = app(call);
        if (Json.text(app, "status").equals("ACTIVE")) {
            throw OktaError.because(
                    ErrorCode.E0000056, "The application must be deactivated before deletion.");
        }
        var id = Json.text(app, "id");
        store.kind(SeedApps.APP).remove(id);
        store.appUsers().removeGroup(id);
        store.appGroups().removeGroup(id);
        Owned.removeAll(store, id);
        admin.log(call, LogEventType.APP_DELETE, Party.app(app));
        return Answer.noContent();
    }

    private Answer activateApplication(Call call) {
        return change(call, "ACTIVE", LogEventType.APP_ACTIVATE);
    }

    private Answer deactivateApplication(Call call) {
        return change(call, "INACTIVE", LogEventType.APP_DEACTIVATE);
    }

    private Answer change(Call call, String status, LogEventType type) {
        var app = app(call);
        app.put("status", status).put("lastUpdated", store.now());
        admin.log(call, type, Party.app(app));
        return Answer.empty();
    }

    private Answer assignApplicationPolicy(Call call) {
        var app = app(call);
        var policy = store.kind(Policies.KIND).get(call.value("policyId"));
        app.put(AppView.POLICY, Json.text(policy, "id"));
        admin.log(call, LogEventType.APP_POLICY, Party.app(app), Party.policy(policy));
        return Answer.noContent();
    }

    private ObjectNode app(Call call) {
        return store.kind(SeedApps.APP).get(call.value("appId"));
    }
}
