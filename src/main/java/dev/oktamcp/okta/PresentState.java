package dev.oktamcp.okta;

import dev.oktamcp.tool.HiddenFields;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// An object of Okta's as a human is reminded of it: by its name, and by its plain facts.
final class PresentState {

    private static final List<String> NAMES =
            List.of("login", "label", "name", "displayName", "email", "domain", "factorType");

    /// What changes by itself, by what shows it. Whoever signs in again and again must not keep an
    /// account from being closed because it has changed since somebody was asked. An API token's
    /// life is renewed by each call, a session's by being used, and a device record is written anew
    /// whenever the device tells of itself.
    private static final Map<String, Set<String>> RESTLESS =
            Map.of(
                    "getUser",
                    Set.of("lastLogin"),
                    "getApiToken",
                    Set.of("expiresAt", "lastUpdated"),
                    "getSession",
                    Set.of("expiresAt", "lastFactorVerification", "lastPasswordVerification"),
                    "getDevice",
                    Set.of("lastUpdated"),
                    "getApplicationUser",
                    Set.of("lastSync"));

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
    ///
    /// @param operationId what has shown it
    static ObjectNode of(String operationId, ObjectNode object) {
        var state = plain(object);
        state.remove(RESTLESS.getOrDefault(operationId, Set.of()));
        if (object.path("profile") instanceof ObjectNode profile) {
            state.set("profile", plain(profile));
        }
        return state;
    }

    private static ObjectNode plain(ObjectNode object) {
        var plain = JsonNodeFactory.instance.objectNode();
        for (var property : object.properties()) {
            var value = property.getValue();
            if (value.isValueNode() && !value.isNull()) {
                plain.set(property.getKey(), value);
            }
        }
        return plain;
    }
}
