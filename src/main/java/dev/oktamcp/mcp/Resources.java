package dev.oktamcp.mcp;

import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.DocumentContent;
import dev.oktamcp.tool.DocumentContent.Bytes;
import dev.oktamcp.tool.Resource;
import dev.oktamcp.tool.ResourceSource;
import dev.oktamcp.tool.ResourceTemplate;
import dev.oktamcp.tool.ToolCatalog;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriTemplate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// `resources/list`, `resources/templates/list` and `resources/read`. What a caller does not have
/// is answered like what there is not.
@Component
final class Resources {

    private static final int LONGEST_URI = 2_000;

    private final SortedMap<String, Resource> byUri = new TreeMap<>();
    private final SortedMap<String, ResourceTemplate> templates = new TreeMap<>();
    private final ToolDocuments toolDocuments;
    private final ToolCatalog catalog;

    Resources(List<ResourceSource> sources, ToolDocuments toolDocuments, ToolCatalog catalog) {
        for (var source : sources) {
            source.resources().forEach(resource -> byUri.put(resource.uri(), resource));
            source.templates().forEach(template -> templates.put(template.uriTemplate(), template));
        }
        this.toolDocuments = toolDocuments;
        this.catalog = catalog;
    }

    boolean isEmpty() {
        return byUri.isEmpty() && templates.isEmpty();
    }

    /// Those that a caller has, by their URI.
    List<Resource> of(Caller caller) {
        return byUri.values().stream().filter(each -> exists(each.content(), caller)).toList();
    }

    /// Those that a caller has, by what their URIs look like.
    List<ResourceTemplate> templatesOf(Caller caller) {
        return templates.values().stream().filter(each -> exists(each.content(), caller)).toList();
    }

    private boolean exists(DocumentContent content, Caller caller) {
        var tools =
                switch (content) {
                    case DocumentContent.Own own -> own.tools();
                    case DocumentContent.OfTool ofTool -> ofTool.tools();
                };
        return tools.isEmpty()
                || tools.stream().anyMatch(tool -> catalog.find(tool, caller.filter()).isPresent());
    }

    ObjectNode list(Caller caller) {
        var result = JsonNodeFactory.instance.objectNode();
        var resources = result.putArray("resources");
        for (var resource : of(caller)) {
            resources
                    .addObject()
                    .put("uri", resource.uri())
                    .put("name", resource.name())
                    .put("description", resource.description())
                    .put("mimeType", resource.mimeType());
        }
        return result;
    }

    ObjectNode templates(Caller caller) {
        var result = JsonNodeFactory.instance.objectNode();
        var all = result.putArray("resourceTemplates");
        for (var template : templatesOf(caller)) {
            all.addObject()
                    .put("uriTemplate", template.uriTemplate())
                    .put("name", template.name())
                    .put("description", template.description())
                    .put("mimeType", template.mimeType());
        }
        return result;
    }

    /// @return the result; of what is read from an org, one that no client keeps
    /// @throws ProtocolException where there is no such resource for this caller
    /// @throws dev.oktamcp.tool.ToolException where it could not be read
    ObjectNode read(Exchange exchange) {
        var uri = exchange.params().path("uri").asString("");
        var result = JsonNodeFactory.instance.objectNode();
        var node = result.putArray("contents").addObject().put("uri", uri);
        return fill(node, uri, exchange) instanceof DocumentContent.Own
                ? exchange.envelope().cacheable(result)
                : exchange.envelope().live(result);
    }

    private DocumentContent fill(ObjectNode node, String uri, Exchange exchange) {
        var resource = byUri.get(uri);
        if (resource != null && fills(node, resource.content(), Map.of(), exchange)) {
            node.put("mimeType", resource.mimeType());
            return resource.content();
        }
        for (var template : templates.values()) {
            var parts = new UriTemplate(template.uriTemplate());
            if (parts.matches(uri) && fills(node, template.content(), parts.match(uri), exchange)) {
                node.put("mimeType", template.mimeType());
                return template.content();
            }
        }
        throw exchange.envelope().noResource(uri);
    }

    private boolean fills(
            ObjectNode node,
            DocumentContent content,
            Map<String, String> given,
            Exchange exchange) {
        if (!exists(content, exchange.caller())) {
            return false;
        }
        var bytes =
                switch (content) {
                    case DocumentContent.Own own -> own.maker().apply(given);
                    case DocumentContent.OfTool(var _, var call) ->
                            call.apply(given, exchange.caller())
                                    .flatMap(one -> toolDocuments.read(one, exchange));
                };
        bytes.ifPresent(found -> fill(node, found));
        return bytes.isPresent();
    }

    private static void fill(ObjectNode node, Bytes bytes) {
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

    /// @throws ProtocolException where the caller has none
    ResourceTemplate template(String uriTemplate, Caller caller) {
        return Optional.ofNullable(templates.get(uriTemplate))
                .filter(template -> exists(template.content(), caller))
                .orElseThrow(() -> ProtocolException.params("There is no such resource template."));
    }
}
