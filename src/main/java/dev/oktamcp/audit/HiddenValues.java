package dev.oktamcp.audit;

import dev.oktamcp.tool.Change;
import dev.oktamcp.tool.HiddenFields;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Takes hidden profile attributes out of an answer. In a profile all of them go; elsewhere too
/// where their name means nothing else at Okta, so that what Okta or a tool shows flat is no way
/// around it.
final class HiddenValues {

    /// Facts of many objects, so that only in a profile they are an attribute.
    private static final Set<String> COMMON =
            Set.of(
                    ("id type status name description displayname title label state city country"
                                    + " created lastupdated version key count")
                            .split(" "));

    /// Objects whose content Okta names as it likes: the System Log's.
    private static final Set<String> OPEN = Set.of("changedetails", "detailentry", "debugdata");

    /// Where else an attribute's value stands.
    private static final Map<String, List<String>> ALSO =
            Map.of(
                    "emails", List.of("email", "secondEmail"),
                    "phonenumber", List.of("mobilePhone", "primaryPhone"));

    private static final List<String> NAMES =
            List.of("firstName", "middleName", "lastName", "displayName");

    /// Types of those in the System Log and of owners who have such a name, lower case.
    private static final Set<String> PERSONS = Set.of("user", "appuser");

    private static final String COVERED = "[hidden on this MCP server]";

    private enum Place {
        OUTSIDE,
        PROFILE,
        OPEN
    }

    private final HiddenFields hidden;
    private final JsonMapper json;
    private boolean covers;

    HiddenValues(HiddenFields hidden, JsonMapper json) {
        this.hidden = hidden;
        this.json = json;
    }

    /// In place, at any depth.
    void remove(JsonNode node) {
        remove(node, Place.OUTSIDE);
    }

    /// Takes the values alone. Who sends them knows that they are there, and who says yes to it has
    /// to be told.
    void cover(JsonNode node) {
        covers = true;
        remove(node);
        covers = false;
    }

    private void remove(JsonNode node, Place place) {
        switch (node) {
            case ObjectNode object -> {
                for (var name : List.copyOf(object.propertyNames())) {
                    property(object, name, place);
                }
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    var item = array.get(i);
                    if (item.isString()) {
                        array.set(i, json.getNodeFactory().stringNode(inner(item.stringValue())));
                    } else {
                        remove(item, place);
                    }
                }
            }
            default -> {}
        }
    }

    private void property(ObjectNode object, String name, Place place) {
        var value = object.get(name);
        var plain = name.toLowerCase(Locale.ROOT);
        if (hides(object, plain, value, place)) {
            hide(object, name);
        } else if (value.isString()) {
            object.put(name, text(plain, value.stringValue()));
        } else if (Change.is(value)) {
            value.properties().forEach(each -> each.setValue(shown(plain, each.getValue(), place)));
        } else {
            remove(value, inside(plain, place));
        }
    }

    private void hide(ObjectNode object, String name) {
        if (covers) {
            object.put(name, COVERED);
        } else {
            object.remove(name);
        }
    }

    /// Before and after are the property's own values.
    private JsonNode shown(String name, JsonNode value, Place place) {
        if (value.isString()) {
            return json.getNodeFactory().stringNode(text(name, value.stringValue()));
        }
        remove(value, inside(name, place));
        return value;
    }

    private static Place inside(String name, Place place) {
        if (OPEN.contains(name)) {
            return Place.OPEN;
        }
        var profile = name.endsWith("profile") || name.endsWith("profiles");
        return profile && place == Place.OUTSIDE ? Place.PROFILE : place;
    }

    private boolean hides(ObjectNode object, String name, JsonNode value, Place place) {
        return also(object, name)
                || switch (place) {
                    case PROFILE -> hidden.contains(name);
                    case OPEN -> hidden.partOf(name);
                    case OUTSIDE ->
                            hidden.contains(name) && !COMMON.contains(name) && isPlain(value);
                };
    }

    private boolean also(ObjectNode object, String name) {
        if (ALSO.getOrDefault(name, List.of()).stream().anyMatch(hidden::contains)) {
            return true;
        }
        return name.equals("displayname")
                && PERSONS.contains(object.path("type").asString("").toLowerCase(Locale.ROOT))
                && NAMES.stream().anyMatch(hidden::contains);
    }

    /// The values of attributes are no objects: an object of that name is something else.
    private static boolean isPlain(JsonNode value) {
        return Change.is(value)
                ? value.values().stream().allMatch(HiddenValues::isPlain)
                : !value.isObject() && value.valueStream().noneMatch(JsonNode::isContainer);
    }

    private String text(String name, String text) {
        var expresses =
                name.endsWith("expression")
                        || name.endsWith("template")
                        || name.equals("value")
                        || name.endsWith("url")
                        || name.endsWith("uri");
        var read = expresses ? hidden.readBy(text) : Optional.<String>empty();
        return read.map(HiddenValues::withheld).orElseGet(() -> inner(text));
    }

    private static String withheld(String attribute) {
        return "[withheld: it reads the hidden attribute %s]".formatted(attribute);
    }

    /// JSON inside a string is JSON.
    private String inner(String text) {
        return parsed(text).map(inner -> without(inner, text)).orElse(text);
    }

    private String without(JsonNode inner, String text) {
        var before = inner.toString();
        remove(inner);
        var after = inner.toString();
        return after.equals(before) ? text : after;
    }

    private Optional<JsonNode> parsed(String text) {
        var start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readTree(text));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /// A text that is JSON loses its hidden attributes; any other that names one is withheld, since
    /// nobody can tell what stands where.
    String shown(String text) {
        return parsed(text)
                .map(inner -> without(inner, text))
                .orElseGet(() ->
                        hidden.namedIn(text)
                                .map(name ->
                                        "[withheld: it names the hidden attribute %s]"
                                                .formatted(name))
                                .orElse(text));
    }
}
