package dev.oktamcp.toolset;

import dev.oktamcp.tool.HiddenFields;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who may be meant by an id, a login, an email, a name or a part of them. By attributes that an
/// MCP server hides nobody is found.
///
/// @param words all of which must occur
/// @param attributes into which is looked
record PersonSearch(String text, List<String> words, List<String> attributes) {

    /// Of these alone Okta searches parts.
    static final List<String> ATTRIBUTES = List.of("login", "email", "firstName", "lastName");

    /// Okta refuses expressions that are too long.
    private static final int MOST_WORDS = 4;

    static PersonSearch of(String text, HiddenFields hidden) {
        var plain = text.strip().replaceAll("\\s+", " ");
        return new PersonSearch(
                plain,
                Arrays.stream(plain.split("[ ,]+", -1))
                        .filter(word -> !word.isEmpty())
                        .limit(MOST_WORDS)
                        .toList(),
                ATTRIBUTES.stream().filter(name -> !hidden.contains(name)).toList());
    }

    /// For Okta's `search`; empty where nothing is left to look into.
    Optional<String> expression() {
        var byId = isId() ? Stream.of("id eq " + quoted(text)) : Stream.<String>empty();
        var byName = attributes.isEmpty() || words.isEmpty() ? Stream.<String>empty() : byName();
        return Stream.concat(byId, byName).reduce("%s or %s"::formatted);
    }

    private Stream<String> byName() {
        return Stream.of(
                words.stream().map(this::anywhere).collect(Collectors.joining(" and ", "(", ")")));
    }

    private String anywhere(String word) {
        return attributes.stream()
                .map(name -> "profile.%s co %s".formatted(name, quoted(word)))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private boolean isId() {
        return text.matches("00u\\w{17}");
    }

    private static String quoted(String value) {
        return StringNode.valueOf(value).toString();
    }

    /// Those who are most likely meant first, people who have left last.
    Comparator<JsonNode> order() {
        return Comparator.comparing(this::match)
                .thenComparing(user -> "DEPROVISIONED".equals(user.path("status").asString("")))
                .thenComparing(user -> value(user, "login"));
    }

    /// How well somebody fits.
    enum Match {
        EXACT,
        NAME,
        PART
    }

    Match match(JsonNode user) {
        if (Belongings.idOf(user).equals(text) || isOneOf(user, List.of("login", "email"))) {
            return Match.EXACT;
        }
        var name = value(user, "firstName") + " " + value(user, "lastName");
        var local = value(user, "login").split("@", 2)[0];
        return name.equalsIgnoreCase(text) || local.equalsIgnoreCase(text)
                ? Match.NAME
                : Match.PART;
    }

    private boolean isOneOf(JsonNode user, List<String> names) {
        return names.stream().anyMatch(name -> value(user, name).equalsIgnoreCase(text));
    }

    /// Empty for an attribute that is hidden.
    private String value(JsonNode user, String name) {
        return attributes.contains(name)
                ? user.path("profile").path(name).asString("").toLowerCase(Locale.ROOT)
                : "";
    }
}
