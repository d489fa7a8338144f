package dev.oktamcp.okta;

import dev.oktamcp.tool.HiddenFields;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// An object of Okta's as a human is reminded of it: by its name, and by its plain facts.
final class PresentState {

    private static final List<String> NAMES =
            List.of("login", "label", "name", "displayName", "email", "domain");

    /// What changes by itself. Whoever signs in again and again must not keep an account from being
    /// closed because it has changed since somebody was asked.
    private static final Set<String> RESTLESS = Set.of("lastLogin");

    private PresentState() {}

    /// Name and id, for example `Sales (00g1emaKYZTWRYYRRTSK)`.
    ///
    /// @param hidden attributes by which nobody is named
    static String named(ObjectNode object, HiddenFields hidden) {
        var id = object.path("id").asString("");
        var name =
                Stream.of(object.path("profile"), object)
                        .flatMap(place ->
                                NAMES.stream()
                                        .filter(each -> !hidden.contains(each))
                                        .map(each -> text(place, each)))
                        .filter(Objects::nonNull)
                        .findFirst();
        if (name.isEmpty()) {
            return id;
        }
        return id.isEmpty() ? name.get() : "%s (%s)".formatted(name.get(), id);
    }

    private static @Nullable String text(JsonNode place, String name) {
        var text = place.path(name).asString("");
        return text.isEmpty() ? null : text;
    }

    /// What is a plain value, and the plain values of its profile.
    static ObjectNode of(ObjectNode object) {
        var state = plain(object);
        if (object.path("profile") instanceof ObjectNode profile) {
            state.set("profile", plain(profile));
        }
        return state;
    }

    private static ObjectNode plain(ObjectNode object) {
        var plain = JsonNodeFactory.instance.objectNode();
        for (var property : object.properties()) {
            var value = property.getValue();
            var said = value.isValueNode() && !value.isNull();
            if (said && !RESTLESS.contains(property.getKey())) {
                plain.set(property.getKey(), value);
            }
        }
        return plain;
    }
}
