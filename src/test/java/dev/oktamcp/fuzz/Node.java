package dev.oktamcp.fuzz;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// JSON as it stands in a message, which need not be valid: a key can be there twice, a value can
/// be no value.
sealed interface Node {

    String write();

    /// @param json whatever stands there
    record Raw(String json) implements Node {

        @Override
        public String write() {
            return json;
        }
    }

    record Items(List<Node> all) implements Node {

        @Override
        public String write() {
            return all.stream().map(Node::write).collect(Collectors.joining(",", "[", "]"));
        }
    }

    record Members(List<Member> all) implements Node {

        @Override
        public String write() {
            return all.stream()
                    .map(member -> "\"" + member.key() + "\":" + member.value().write())
                    .collect(Collectors.joining(",", "{", "}"));
        }
    }

    /// @param key as it stands between the quotes
    record Member(String key, Node value) {}

    static Node of(JsonNode json) {
        return switch (json) {
            case ObjectNode object -> {
                var all = new ArrayList<Member>();
                object.forEachEntry((key, value) -> all.add(new Member(key, of(value))));
                yield new Members(all);
            }
            case ArrayNode array -> {
                var all = new ArrayList<Node>();
                array.forEach(value -> all.add(of(value)));
                yield new Items(all);
            }
            default -> new Raw(json.toString());
        };
    }

    /// Every object inside, this one first where it is one.
    default List<Members> objects() {
        var found = new ArrayList<Members>();
        switch (this) {
            case Members members -> {
                found.add(members);
                members.all().forEach(member -> found.addAll(member.value().objects()));
            }
            case Items items -> items.all().forEach(item -> found.addAll(item.objects()));
            case Raw _ -> {}
        }
        return found;
    }
}
