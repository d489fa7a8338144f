package dev.oktamcp.mcp;

import dev.oktamcp.tool.Resource;
import dev.oktamcp.tool.ResourceSource;
import dev.oktamcp.tool.ResourceTemplate;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriTemplate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// `resources/list`, `resources/templates/list` and `resources/read`.
@Component
final class Resources {

    private static final int LONGEST_URI = 2_000;

    private final SortedMap<String, Resource> byUri = new TreeMap<>();
    private final SortedMap<String, ResourceTemplate> templates = new TreeMap<>();

    Resources(List<ResourceSource> sources) {
        for (var source : sources) {
            source.resources().forEach(resource -> byUri.put(resource.uri(), resource));
            source.templates().forEach(template -> templates.put(template.uriTemplate(), template));
        }
    }

    boolean isEmpty() {
        return byUri.isEmpty() && templates.isEmpty();
    }

    ObjectNode list() {
        var result = JsonNodeFactory.instance.objectNode();
        var resources = result.putArray("resources");
        for (var resource : byUri.values()) {
            resources
                    .addObject()
                    .put("uri", resource.uri())
                    .put("name", resource.name())
                    .put("description", resource.description())
                    .put("mimeType", resource.mimeType());
        }
        return result;
    }

    ObjectNode templates() {
        var result = JsonNodeFactory.instance.objectNode();
        var all = result.putArray("resourceTemplates");
        for (var template : templates.values()) {
            all.addObject()
                    .put("uriTemplate", template.uriTemplate())
                    .put("name", template.name())
                    .put("description", template.description())
                    .put("mimeType", template.mimeType());
        }
        return result;
    }

    /// @throws ProtocolException where there is no such resource
    ObjectNode read(Exchange exchange) {
        var uri = exchange.params().path("uri").asString("");
        var result = JsonNodeFactory.instance.objectNode();
        var node = result.putArray("contents").addObject().put("uri", uri);
        fill(node, uri, exchange.envelope());
        return result;
    }

    private void fill(ObjectNode node, String uri, Envelope envelope) {
        var resource = byUri.get(uri);
        if (resource != null) {
            fill(node, resource.mimeType(), resource.content().get());
            return;
        }
        for (var template : templates.values()) {
            var content = matched(template, uri);
            if (content.isPresent()) {
                fill(node, template.mimeType(), content.get());
                return;
            }
        }
        throw envelope.noResource(uri);
    }

    private static Optional<Resource.Bytes> matched(ResourceTemplate template, String uri) {
        var parts = new UriTemplate(template.uriTemplate());
        return parts.matches(uri) ? template.content().apply(parts.match(uri)) : Optional.empty();
    }

    private static void fill(ObjectNode node, String mimeType, Resource.Bytes bytes) {
        node.put("mimeType", mimeType);
        if (bytes.text()) {
            node.put("text", new String(bytes.content(), StandardCharsets.UTF_8));
        } else {
            node.put("blob", Base64.getEncoder().encodeToString(bytes.content()));
        }
    }

    /// The URI of a resource that someone wants to hear of.
    ///
    /// @throws ProtocolException where it is too long to be kept
    static String toHearOf(JsonNode given) {
        var uri = given.asString("");
        if (uri.length() > LONGEST_URI) {
            throw ProtocolException.params(
                    "The URI of a resource is longer than %d characters.".formatted(LONGEST_URI));
        }
        return uri;
    }

    /// @throws ProtocolException where there is none
    ResourceTemplate template(String uriTemplate) {
        var template = templates.get(uriTemplate);
        if (template == null) {
            throw ProtocolException.params("There is no such resource template.");
        }
        return template;
    }
}
