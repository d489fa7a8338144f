package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

class ProfileAttributesTests {

    private static final String SCHEMA =
            """
            {"definitions": {
             "base": {"properties": {
               "login": {"title": "Username", "type": "string", "required": true,
                         "permissions": [{"principal": "ALL", "action": "HIDE"},
                                         {"principal": "SELF", "action": "READ_ONLY"}]}},
              "required": ["login"]},
             "custom": {"properties": {
               "shirt": {"title": "Shirt size", "type": "string", "enum": ["S", "M"]},
               "floors": {"type": "array", "items": {"type": "integer"}}},
              "required": ["floors"]}}}\
            """;

    private final ProfileAttributes attributes =
            ProfileAttributes.of(JsonMapper.shared().readTree(SCHEMA));

    @Test
    void tellsWhatPeopleMayDoThemselves() {
        var login = attributes.items().getFirst();

        assertThat(login.required()).isTrue();
        assertThat(login.custom()).isFalse();
        assertThat(login.permission()).isEqualTo("READ_ONLY");
        assertThat(login.values()).isNull();
    }

    @Test
    void tellsWhatTheOrgAddedAndWhatItCanBe() {
        var shirt = attributes.items().get(1);

        assertThat(shirt.custom()).isTrue();
        assertThat(shirt.required()).isFalse();
        assertThat(shirt.values()).hasToString("[\"S\",\"M\"]");
    }

    @Test
    void tellsWhatAListHolds() {
        var floors = attributes.items().getLast();

        assertThat(floors.type()).isEqualTo("array of integer");
        assertThat(floors.required()).isTrue();
        assertThat(floors.title()).isEmpty();
    }
}
