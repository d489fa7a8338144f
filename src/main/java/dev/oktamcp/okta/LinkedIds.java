package dev.oktamcp.okta;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.regex.Pattern;

/// Ids that Okta gives in a link and nowhere else: of an app's access policy, of the app that a
/// group comes from, and of the app that a policy is for. No link is handed out, and the next call
/// needs these.
final class LinkedIds {

    private static final Map<String, String> PROPERTIES =
            Map.of(
                    "accessPolicy", "accessPolicyId",
                    "source", "sourceAppId",
                    "application", "appId");

    private static final Pattern LAST = Pattern.compile(".*/([A-Za-z0-9_-]{1,64})");

    private LinkedIds() {}

    /// Puts them beside the object's own properties.
    static void add(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("_links")) {
            PROPERTIES.forEach((link, property) -> {
                var href = object.path("_links").path(link).path("href").asString("");
                var id = LAST.matcher(href);
                if (id.matches() && !object.has(property)) {
                    object.put(property, id.group(1));
                }
            });
        }
    }
}
