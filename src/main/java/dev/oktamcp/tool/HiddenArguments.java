package dev.oktamcp.tool;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Refuses arguments that read a hidden attribute: by what a search finds, how it sorts or whom a
/// rule takes, a value can be told without ever being shown. Writing one is no reading.
final class HiddenArguments {

    /// What Okta's `q` and `match` look into, by operation; `*` where its documents do not say.
    private static final Map<String, Set<String>> LOOKED_INTO =
            Map.of(
                    "listUsers", Set.of("firstName", "lastName", "email"),
                    "listApplicationUsers", Set.of("userName", "firstName", "lastName", "email"),
                    "listGroups", Set.of("name"),
                    "listApplicationGroupAssignments", Set.of("name"),
                    "listIdentityProviderApplicationUsers", Set.of("*"),
                    "listLogEvents", Set.of("*"),
                    "listOktaManagedUserAccounts", Set.of("*"),
                    "listAppServiceAccounts", Set.of("*"));

    /// Whose `q` looks into names of things that are no profiles.
    private static final Set<String> OF_NO_PROFILE =
            Set.of(
                    "listApplications",
                    "listAssociatedServersByTrustedType",
                    "listAuthorizationServers",
                    "listBrands",
                    "listIdentityProviders",
                    "listAllDefaultEntriesV2",
                    "listAllDefaultUserEntriesV2",
                    "listMyDefaultEntriesV2",
                    "listOAuth2Scopes",
                    "listPolicies",
                    "listTrustedOrigins");

    /// Arguments that hold names of attributes, lower case and without separators.
    private static final Set<String> QUERIES =
            Set.of(
                    "search", "filter", "sort", "sortby", "orderby", "groupby", "fields", "expand",
                    "include");

    /// Its `search` is a word of a rule's name.
    private static final String KEYWORD_SEARCH = "listGroupRules";

    /// Indexes and look-ups by anything but a plain literal: the name could be put together.
    private static final Pattern COMPUTED =
            Pattern.compile(
                    "getInternalProperty\\s*\\(\\s*(?!(\"[^\"\\\\]*\"|'[^'\\\\]*')\\s*\\))"
                            + "|[\\w)\\]]\\s*\\[\\s*(?!(\\d+|\"[^\"\\\\]*\"|'[^'\\\\]*')\\s*])",
                    Pattern.CASE_INSENSITIVE);

    private final ToolDefinition tool;
    private final HiddenFields hidden;

    private HiddenArguments(ToolDefinition tool, HiddenFields hidden) {
        this.tool = tool;
        this.hidden = hidden;
    }

    /// Why a call is refused; empty where its arguments read nothing that is hidden.
    static Optional<ToolResult.Failure> refusal(ToolCall call, Map<String, Object> arguments) {
        var hidden = HiddenFields.of(call.caller());
        if (hidden.isEmpty()) {
            return Optional.empty();
        }
        var check = new HiddenArguments(call.definition(), hidden);
        return check.looked(arguments).or(() -> check.in("", "", arguments));
    }

    private Optional<ToolResult.Failure> looked(Map<String, Object> arguments) {
        if (!arguments.containsKey("q") && !arguments.containsKey("match")) {
            return Optional.empty();
        }
        return lookedInto()
                .filter(name -> name.equals("*") || hidden.contains(name))
                .findFirst()
                .map(name -> lookedInto(name.equals("*") ? "any attribute" : name));
    }

    /// Of an operation that nobody has looked at, such as one of newer documents, anything.
    private Stream<String> lookedInto() {
        var known = LOOKED_INTO.keySet().stream().filter(tool::uses).toList();
        return known.isEmpty() && OF_NO_PROFILE.stream().noneMatch(tool::uses)
                ? Stream.of("*").filter(_ -> tool.reachesOkta())
                : known.stream().flatMap(id -> LOOKED_INTO.getOrDefault(id, Set.of()).stream());
    }

    /// @param key the argument's own, or that of the list it stands in
    private Optional<ToolResult.Failure> in(String where, String key, @Nullable Object value) {
        return switch (value) {
            case Map<?, ?> object -> inObject(where, object);
            case Collection<?> list -> inList(where, key, list);
            case String text -> inText(where, plain(key), text);
            case null, default -> Optional.empty();
        };
    }

    private Optional<ToolResult.Failure> inObject(String where, Map<?, ?> object) {
        for (var entry : object.entrySet()) {
            var key = String.valueOf(entry.getKey());
            var found =
                    plain(key).endsWith("profile") // what is written into one is read by nobody
                            ? Optional.<ToolResult.Failure>empty()
                            : in(where + "/" + key, key, entry.getValue());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<ToolResult.Failure> inList(String where, String key, Collection<?> list) {
        return list.stream().flatMap(item -> in(where, key, item).stream()).findFirst();
    }

    private Optional<ToolResult.Failure> inText(String where, String key, String text) {
        var read = queries(key) ? hidden.usedBy(text) : hidden.readBy(text);
        if (read.isPresent()) {
            return read.map(name -> reads(where, name));
        }
        return expresses(key) && COMPUTED.matcher(text).find()
                ? Optional.of(computes(where))
                : Optional.empty();
    }

    private boolean queries(String key) {
        var keyword = key.equals("search") && tool.uses(KEYWORD_SEARCH);
        return (QUERIES.contains(key) && !keyword)
                || key.endsWith("expression")
                || key.endsWith("condition")
                || key.contains("attribute");
    }

    private static boolean expresses(String key) {
        return key.endsWith("expression") || key.endsWith("template") || key.equals("value");
    }

    private static String plain(String key) {
        return key.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    private static ToolResult.Failure lookedInto(String name) {
        return refused(
                "q or match looks into %s, which this MCP server hides. Use search with other attributes, or an id."
                        .formatted(name));
    }

    private static ToolResult.Failure reads(String where, String name) {
        return refused(
                "%s reads the profile attribute %s, which this MCP server hides. Leave it out and use other attributes; an administrator of the MCP server can show it."
                        .formatted(PlainText.of(where, 200), name));
    }

    private static ToolResult.Failure computes(String where) {
        return refused(
                "%s computes the name of an attribute, and this MCP server hides some. Write the name as it is, for example user.department."
                        .formatted(PlainText.of(where, 200)));
    }

    private static ToolResult.Failure refused(String message) {
        return ToolResult.Failure.of(FailureCode.INVALID_ARGUMENTS, message);
    }
}
