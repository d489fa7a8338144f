package dev.oktamcp.toolset;

import dev.oktamcp.tool.Completion;
import dev.oktamcp.tool.DocumentContent;
import dev.oktamcp.tool.DocumentContent.Bytes;
import dev.oktamcp.tool.Resource;
import dev.oktamcp.tool.ResourceSource;
import dev.oktamcp.tool.ResourceTemplate;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The catalogue of event types as documents, for whoever may read the log.
@Component
final class EventTypeResources implements ResourceSource {

    private static final Set<String> FOR = Set.of("list_event_types");
    private static final String JSON = "application/json";

    private final EventTypes eventTypes;
    private final JsonMapper json;

    EventTypeResources(EventTypes eventTypes, JsonMapper json) {
        this.eventTypes = eventTypes;
        this.json = json;
    }

    @Override
    public List<Resource> resources() {
        return List.of(
                new Resource(
                        "okta://event-types",
                        "Event types",
                        "Every event type of Okta's System Log, by category.",
                        JSON,
                        new DocumentContent.Own(FOR, _ -> Optional.of(all()))));
    }

    @Override
    public List<ResourceTemplate> templates() {
        var ids = eventTypes.all().stream().map(EventTypes.EventType::id).toList();
        return List.of(
                new ResourceTemplate(
                        "okta://event-types/{type}",
                        "Event type",
                        "One event type of Okta's System Log: its category and its tags.",
                        JSON,
                        Map.of("type", new Completion.Among(_ -> ids)),
                        new DocumentContent.Own(
                                FOR, given -> one(given.getOrDefault("type", "")))));
    }

    private Bytes all() {
        var catalogue = json.createObjectNode().put("release", eventTypes.release());
        var byCategory = catalogue.putObject("categories");
        for (var type : eventTypes.all()) {
            byCategory.withArray("/" + type.category().replace("/", "~1")).add(type.id());
        }
        return bytes(catalogue);
    }

    private Optional<Bytes> one(String id) {
        return eventTypes.all().stream()
                .filter(type -> type.id().equals(id))
                .findFirst()
                .map(type -> bytes(json.valueToTree(type)));
    }

    private Bytes bytes(JsonNode node) {
        return new Bytes(json.writeValueAsBytes(node), true);
    }
}
