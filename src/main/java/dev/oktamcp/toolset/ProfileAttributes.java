package dev.oktamcp.toolset;

import dev.oktamcp.tool.HiddenFields;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.stream.Stream;

/// The attributes of a profile, from Okta's schema of it: Okta's own ones, then the custom ones.
record ProfileAttributes(List<ProfileAttribute> items) {

    ProfileAttributes {
        items = List.copyOf(items);
    }

    static ProfileAttributes of(JsonNode schema) {
        var definitions = schema.path("definitions");
        return new ProfileAttributes(
                Stream.concat(
                                in(definitions.path("base"), false),
                                in(definitions.path("custom"), true))
                        .toList());
    }

    /// The same, with a mark on those whose values nobody sees here.
    ProfileAttributes marked(HiddenFields hidden) {
        return new ProfileAttributes(
                items.stream()
                        .map(each -> hidden.contains(each.name()) ? each.marked() : each)
                        .toList());
    }

    private static Stream<ProfileAttribute> in(JsonNode part, boolean custom) {
        return part.path("properties").properties().stream()
                .map(e -> attribute(e.getKey(), e.getValue(), part.path("required"), custom));
    }

    /// Okta says in the part or at the attribute that it is required.
    private static ProfileAttribute attribute(
            String name, JsonNode facts, JsonNode required, boolean custom) {
        var listed = required.valueStream().anyMatch(each -> each.asString("").equals(name));
        return new ProfileAttribute(
                name,
                facts.path("title").asString(""),
                type(facts),
                listed || facts.path("required").asBoolean(false),
                custom,
                facts.path("enum").isArray() ? facts.path("enum") : null,
                own(facts.path("permissions")),
                facts.path("externalName").asString(null),
                null);
    }

    private static String type(JsonNode facts) {
        var type = facts.path("type").asString("");
        return "array".equals(type)
                ? "array of " + facts.path("items").path("type").asString("any")
                : type;
    }

    private static @Nullable String own(JsonNode permissions) {
        return permissions
                .valueStream()
                .filter(each -> "SELF".equals(each.path("principal").asString("")))
                .map(each -> each.path("action").asString(""))
                .findFirst()
                .orElse(null);
    }
}
