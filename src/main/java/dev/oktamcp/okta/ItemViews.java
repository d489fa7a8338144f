package dev.oktamcp.okta;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What of an item a reader has use for, by `concise.json`: which properties of Okta's objects are
/// for programs alone, and by what an item is known.
@Component
final class ItemViews {

    private static final PropertyTree ALL = new PropertyTree();
    private static final String NAME = "displayName";

    private final List<String> identities;
    private final Map<String, PropertyTree> concise = new HashMap<>();

    ItemViews(JsonMapper json) throws IOException {
        try (var file = new ClassPathResource("concise.json").getInputStream()) {
            var data = json.readTree(file);
            identities = texts(data.required("identities"));
            for (var object : data.required("objects")) {
                var properties = properties(object);
                texts(object.required("operations")).forEach(id -> concise.put(id, properties));
            }
        }
    }

    private static PropertyTree properties(JsonNode object) {
        var properties = new PropertyTree();
        texts(object.required("leaves_out")).forEach(path -> properties.mark(path, false));
        texts(object.path("but_keeps")).forEach(path -> properties.mark(path, true));
        return properties;
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }

    /// A view for one list, since it keeps in mind what was found.
    ItemView of(Operation operation, ItemFormat format) {
        if (!format.fields().isEmpty()) {
            return only(format);
        }
        return format.detailed()
                ? ItemView.WHOLE
                : new ItemView(
                        concise.getOrDefault(operation.id(), ALL),
                        List.of(),
                        true,
                        false,
                        Set.of());
    }

    /// With a name comes the type of what is named. Hidden attributes depend on it: where one of a
    /// person's names is hidden, `displayName` goes from what says that it is a person.
    private ItemView only(ItemFormat format) {
        var wanted = new PropertyTree();
        for (var path : format.fields()) {
            wanted.mark(path, true);
            if (path.equals(NAME) || path.endsWith("." + NAME)) {
                wanted.mark(path.substring(0, path.length() - NAME.length()) + "type", true);
            }
        }
        return new ItemView(
                wanted, identities, false, format.detailed(), new TreeSet<>(format.fields()));
    }
}
