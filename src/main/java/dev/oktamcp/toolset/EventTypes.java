package dev.oktamcp.toolset;

import dev.oktamcp.tool.PlainText;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The event types that Okta's System Log knows, by id; facts from Okta's published catalogue.
@Component
final class EventTypes {

    private static final Pattern NAMED =
            Pattern.compile("\\beventType\\s+eq\\s+\"([^\"]+)\"", Pattern.CASE_INSENSITIVE);
    private static final int NEAREST = 3;
    private static final int LONGEST = 60;

    private final List<EventType> types = new ArrayList<>();
    private final String release;

    EventTypes(JsonMapper json) throws IOException {
        try (var file = new ClassPathResource("event-types.json").getInputStream()) {
            var catalogue = json.readTree(file);
            release = catalogue.required("release").stringValue();
            catalogue.required("types").forEach(this::add);
        }
        types.sort(Comparator.comparing(EventType::id));
    }

    private void add(JsonNode entry) {
        var tags = entry.required("tags").valueStream().map(JsonNode::stringValue).toList();
        for (var id : entry.required("ids").stringValue().split(" ", -1)) {
            types.add(new EventType(id, entry.required("category").stringValue(), tags));
        }
    }

    /// @param category Okta's name for the part of the product
    record EventType(String id, String category, List<String> tags) {

        boolean isOf(String group) {
            return category.equals(group) || tags.contains(group);
        }

        /// Whether each word is part of the id or of a tag.
        boolean matches(List<String> words) {
            var text = (id + " " + String.join(" ", tags)).toLowerCase(Locale.ROOT);
            return words.stream().allMatch(text::contains);
        }
    }

    List<EventType> all() {
        return List.copyOf(types);
    }

    /// Okta's release that the catalogue is of.
    String release() {
        return release;
    }

    /// A word on the event types in a filter that are not in the catalogue; null where all are.
    @Nullable String hint(@Nullable String filter) {
        if (filter == null) {
            return null;
        }
        var known = types.stream().map(EventType::id).collect(Collectors.toSet());
        var unknown = new TreeSet<String>();
        NAMED.matcher(filter).results().forEach(named -> unknown.add(named.group(1)));
        unknown.removeAll(known);
        return unknown.isEmpty()
                ? null
                : unknown.stream().map(this::hintFor).collect(Collectors.joining(" "));
    }

    private String hintFor(String id) {
        var parts = parts(id);
        var nearness = new TreeMap<String, Double>();
        types.forEach(type -> nearness.put(type.id(), shared(parts, parts(type.id()))));
        var nearest =
                nearness.entrySet().stream()
                        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                        .limit(NEAREST)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining(", "));
        return "%s is no event type of Okta's release %s. Near: %s. list_event_types finds others."
                .formatted(PlainText.of(id, LONGEST), release, nearest);
    }

    /// How much of all they have two ids have in common.
    private static double shared(Set<String> one, Set<String> other) {
        var both = new HashSet<>(one);
        both.retainAll(other);
        return (double) both.size() / (one.size() + other.size() - both.size());
    }

    /// Each three characters that follow one another.
    private static Set<String> parts(String id) {
        var parts = new HashSet<String>();
        for (int i = 0; i + 3 <= id.length(); i++) {
            parts.add(id.substring(i, i + 3));
        }
        return parts;
    }
}
