package dev.oktamcp.simulation;

import java.util.stream.Stream;

/// The attributes that a user's profile has.
record UserSchema(Store store, AdminActions admin) {

    private static final String BASE =
            """
            login|Username|required
            firstName|First name|required
            lastName|Last name|required
            email|Primary email|required
            secondEmail|Secondary email
            mobilePhone|Mobile phone
            displayName|Display name
            nickName|Nickname
            title|Title
            userType|User type
            employeeNumber|Employee number
            organization|Organization
            department|Department
            division|Division
            costCenter|Cost center
            managerId|Manager id
            manager|Manager
            city|City
            state|State
            countryCode|Country code
            preferredLanguage|Preferred language
            timezone|Time zone
            """;

    Stream<Route> routes() {
        var path = "/api/v1/meta/schemas/user/{schemaId}";
        return Stream.of(
                Route.of("GET", path, this::getUserSchema).of("schemas"),
                Route.of("POST", path, this::updateUserProfile).of("schemas"));
    }

    private Answer getUserSchema(Call call) {
        var id = id(call);
        return Answer.of(document().show(call.base() + "/meta/schemas/user/" + id));
    }

    private Answer updateUserProfile(Call call) {
        var id = id(call);
        document().change(call.json());
        admin.log(call, LogEventType.SCHEMA_UPDATE, Party.directory(id, "UserProfile", "user"));
        return getUserSchema(call);
    }

    /// Of the default type of users; others have none here.
    private String id(Call call) {
        var id = store.ids().of("osc", "user");
        var asked = call.value("schemaId");
        if (!asked.equals("default") && !asked.equals(id)) {
            throw OktaError.notFound(asked, "Schema");
        }
        return id;
    }

    private SchemaDocument document() {
        return new SchemaDocument(store, "user", "user", "User", BASE);
    }
}
