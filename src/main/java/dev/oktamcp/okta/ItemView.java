package dev.oktamcp.okta;

import dev.oktamcp.tool.PlainText;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What of its items one list hands out. Items are cut down where they are, since nobody else has
/// them.
final class ItemView {

    private static final String LINKS = "_links";
    private static final int LONGEST_NOTE = 500;

    /// For those who look at items and do not hand them on.
    static final ItemView WHOLE = new ItemView(new PropertyTree(), List.of(), true, true, Set.of());

    private final PropertyTree properties;
    private final List<String> identities;
    private final boolean shown;
    private final boolean withEmpty;
    private final Set<String> missing;

    /// @param identities by what an item may be known, the best first; shown where any is named
    /// @param shown whether what the properties do not name is shown
    /// @param withEmpty whether nulls and what is empty stay
    /// @param fields those that were asked for by name
    ItemView(
            PropertyTree properties,
            List<String> identities,
            boolean shown,
            boolean withEmpty,
            Set<String> fields) {
        this.properties = properties;
        this.identities = identities;
        this.shown = shown;
        this.withEmpty = withEmpty;
        this.missing = new TreeSet<>(fields);
    }

    /// The item, of which nothing but this is handed on.
    JsonNode of(JsonNode item) {
        LinkedIds.add(item);
        if (item instanceof ObjectNode object && object.size() == 1 && object.has(LINKS)) {
            object.set("links", object.remove(LINKS)); // or nothing would be left of it
        }
        if (item instanceof ObjectNode object && !(shown && withEmpty)) {
            identities.stream()
                    .filter(path -> has(object, path))
                    .findFirst()
                    .ifPresent(path -> properties.mark(path, true));
            trim(object, properties, shown);
        }
        return item;
    }

    private static boolean has(JsonNode item, String path) {
        var at = item;
        for (var name : path.split("\\.", -1)) {
            at = at.path(name);
        }
        return !at.isMissingNode();
    }

    private void trim(JsonNode node, @Nullable PropertyTree tree, boolean inShown) {
        switch (node) {
            case ObjectNode object ->
                    object.properties()
                            .removeIf(entry ->
                                    !stays(
                                            entry.getValue(),
                                            tree == null ? null : tree.below(entry.getKey()),
                                            inShown && !entry.getKey().equals(LINKS)));
            case ArrayNode array -> array.removeIf(value -> !staysInside(value, tree, inShown));
            default -> {}
        }
    }

    private boolean stays(JsonNode value, @Nullable PropertyTree tree, boolean otherwise) {
        if (tree == null) {
            return otherwise && staysInside(value, null, true);
        }
        if (tree.path() != null) {
            missing.remove(tree.path());
        }
        var here = tree.shown(otherwise);
        return (here || !tree.isLeaf()) && staysInside(value, tree, here);
    }

    private boolean staysInside(JsonNode value, @Nullable PropertyTree tree, boolean here) {
        if (here && withEmpty && (tree == null || tree.isLeaf())) {
            return true;
        }
        trim(value, tree, here);
        return value.isContainer()
                ? !value.isEmpty() || (here && withEmpty)
                : here && !isBlank(value);
    }

    private boolean isBlank(JsonNode scalar) {
        return !withEmpty
                && (scalar.isNull() || (scalar.isString() && scalar.stringValue().isEmpty()));
    }

    /// Which of the fields no item had; null where each was found.
    @Nullable String note() {
        return missing.isEmpty()
                ? null
                : "No item has %s. Leave fields out to see what they have."
                        .formatted(PlainText.of(String.join(", ", missing), LONGEST_NOTE));
    }
}
