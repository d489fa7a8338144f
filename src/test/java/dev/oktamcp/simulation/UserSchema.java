package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.stream.Stream;

/// The attributes that a user's profile has.
record UserSchema(Store store) {

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
        return Stream.of(Route.of("GET", path, this::getUserSchema).of("schemas"));
    }

    private Answer getUserSchema(Call call) {
        var id = store.ids().of("osc", "user");
        var asked = call.value("schemaId");
        if (!asked.equals("default") && !asked.equals(id)) {
            throw OktaError.notFound(asked, "Schema");
        }
        var schema =
                Json.object()
                        .put("id", call.base() + "/meta/schemas/user/" + id)
                        .put("$schema", "http://json-schema.org/draft-04/schema#")
                        .put("name", "user")
                        .put("title", "User")
                        .put("type", "object");
        define(schema.putObject("definitions"));
        return Answer.of(schema);
    }

    private static void define(ObjectNode definitions) {
        section(definitions, "custom").putObject("properties");
        describe(section(definitions, "base"));
    }

    private static ObjectNode section(ObjectNode definitions, String name) {
        return definitions.putObject(name).put("id", "#" + name).put("type", "object");
    }

    private static void describe(ObjectNode base) {
        var properties = base.putObject("properties");
        var required = new ArrayList<String>();
        for (var line : BASE.strip().split("\n", -1)) {
            var facts = line.split("\\|", -1);
            properties.putObject(facts[0]).put("title", facts[1]).put("type", "string");
            if (facts.length > 2) {
                required.add(facts[0]);
            }
        }
        base.set("required", Json.texts(required.toArray(String[]::new)));
    }
}
