package dev.oktamcp.catalog;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The kinds of a body that Okta tells apart by the value of one property, such as the `signOnMode`
/// of an app.
///
/// @param property that tells them apart
record BodyKinds(String property, List<JsonNode> variants) {

    /// Empty where there is one kind only, or no property that tells.
    static Optional<BodyKinds> of(JsonNode body) {
        var variants =
                Stream.of("oneOf", "anyOf").flatMap(key -> body.path(key).valueStream()).toList();
        return variants.size() < 2
                ? Optional.empty()
                : variants.getFirst().path("properties").propertyNames().stream()
                        .filter(name -> variants.stream().allMatch(v -> isPinned(v, name)))
                        .findFirst()
                        .map(name -> new BodyKinds(name, variants));
    }

    private static boolean isPinned(JsonNode variant, String name) {
        return !values(variant, name).isEmpty()
                && variant.path("required")
                        .valueStream()
                        .anyMatch(required -> required.stringValue().equals(name));
    }

    private static List<String> values(JsonNode variant, String name) {
        return variant.path("properties")
                .path(name)
                .path("enum")
                .valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }

    /// The values, in the order of Okta's document.
    List<String> all() {
        var all = new ArrayList<String>();
        variants.forEach(variant -> all.addAll(values(variant, property)));
        return all;
    }

    /// The schema of one kind.
    Optional<JsonNode> schema(String kind) {
        return variants.stream()
                .filter(variant -> values(variant, property).contains(kind))
                .findFirst();
    }
}
