package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.stream.Stream;

/// The attributes that a user's profile in an application has.
record AppSchema(Store store, AdminActions admin) {

    /// ASSUMPTION: the apps of the simulated company know no further attributes of their own.
    private static final String BASE =
            """
            userName|Username|required
            """;

    Stream<Route> routes() {
        var path = "/api/v1/meta/schemas/apps/{appId}/default";
        return Stream.of(
                Route.of("GET", path, this::getApplicationUserSchema).of("schemas"),
                Route.of("POST", path, this::updateApplicationUserProfile).of("schemas"));
    }

    private Answer getApplicationUserSchema(Call call) {
        var id = "%s/meta/schemas/apps/%s/default".formatted(call.base(), call.value("appId"));
        return Answer.of(document(app(call)).show(id));
    }

    private Answer updateApplicationUserProfile(Call call) {
        var app = app(call);
        document(app).change(call.json());
        admin.log(call, LogEventType.APP_SCHEMA_UPDATE, Party.app(app));
        return getApplicationUserSchema(call);
    }

    private SchemaDocument document(ObjectNode app) {
        var label = Json.text(app, "label");
        return new SchemaDocument(store, Json.text(app, "id"), label, label + " User", BASE);
    }

    private ObjectNode app(Call call) {
        return store.kind(SeedApps.APP).get(call.value("appId"));
    }
}
