package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/// One attribute that a profile can have.
///
/// @param type a JSON type, for lists with that of their items
/// @param custom whether the org added it
/// @param values all that it can be; null where anything of its type is allowed
/// @param hidden true where this MCP server neither shows nor searches its values; they can be set
/// @param permission what people may do with their own value: `READ_WRITE`, `READ_ONLY` or `HIDE`;
///   null where Okta does not say
/// @param externalName what an app calls it; null where Okta does not say
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProfileAttribute(
        String name,
        String title,
        String type,
        boolean required,
        boolean custom,
        @JsonProperty("enum") @Nullable JsonNode values,
        @Nullable String permission,
        @JsonProperty("external_name") @Nullable String externalName,
        @Nullable Boolean hidden) {

    ProfileAttribute marked() {
        return new ProfileAttribute(
                name, title, type, required, custom, values, permission, externalName, true);
    }
}
