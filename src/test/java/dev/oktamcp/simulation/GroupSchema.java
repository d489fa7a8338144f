package dev.oktamcp.simulation;

import java.util.stream.Stream;

/// The attributes that a group's profile has.
record GroupSchema(Store store, AdminActions admin) {

    private static final String BASE =
            """
            name|Name|required
            description|Description
            """;

    Stream<Route> routes() {
        var path = "/api/v1/meta/schemas/group/default";
        return Stream.of(
                Route.of("GET", path, this::getGroupSchema).of("schemas"),
                Route.of("POST", path, this::updateGroupSchema).of("schemas"));
    }

    private Answer getGroupSchema(Call call) {
        return Answer.of(document().show(call.base() + "/meta/schemas/group/default"));
    }

    private Answer updateGroupSchema(Call call) {
        document().change(call.json());
        var id = store.ids().of("osc", "group");
        admin.log(call, LogEventType.SCHEMA_UPDATE, Party.directory(id, "GroupProfile", "group"));
        return getGroupSchema(call);
    }

    private SchemaDocument document() {
        return new SchemaDocument(store, "group", "group", "Okta group", BASE);
    }
}
