package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.HiddenFields;
import dev.oktamcp.tool.PlainText;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds whom somebody means.
@Component
final class People {

    static final String ONE =
            "User id, login, or a name that only one person has, for example ada@example.com";

    static final String BY_ID = "getUser";
    static final String BY_NAME = "listUsers";

    static final int MOST_LOOKED_AT = 50;

    private static final int MOST_CANDIDATES = 10;
    private static final int LONGEST = 100;

    private final OktaClient okta;

    People(OktaClient okta) {
        this.okta = okta;
    }

    /// The one who is meant, as Okta has the user now. By an id and a login Okta's own look-up
    /// finds; the search may be a moment behind.
    ///
    /// What it fails with names no attribute: it would be withheld where that one is hidden.
    ///
    /// @throws ToolException where it is nobody, or may be several; it names them then
    ObjectNode one(String user, ToolCall call) {
        var text = user.strip();
        return byIdOrLogin(text).orElseGet(() -> byName(text, HiddenFields.of(call.caller())));
    }

    /// A login with one of these characters can't be looked up by Okta's API, only searched.
    private Optional<ObjectNode> byIdOrLogin(String text) {
        if (text.matches(".*[\\s/?].*")) {
            return Optional.empty();
        }
        return IfThere.read(() -> okta.call(BY_ID, Map.of("id", text)));
    }

    private ObjectNode byName(String text, HiddenFields hidden) {
        if (!okta.allows(BY_NAME)) {
            throw failure(
                    "There is no user %s, and this MCP server does not let names be searched. Give the id."
                            .formatted(shown(text)));
        }
        var search = PersonSearch.of(text, hidden);
        var found = found(search, MOST_LOOKED_AT);
        var best = found.stream().filter(user -> fits(search, user)).toList();
        if (best.size() == 1 || found.size() == 1) {
            var one = best.size() == 1 ? best.getFirst() : found.getFirst();
            return okta.call(BY_ID, Map.of("id", Belongings.idOf(one)));
        }
        throw found.isEmpty() ? nobody(text) : several(text, found, hidden);
    }

    private static boolean fits(PersonSearch search, JsonNode user) {
        return search.match(user) != PersonSearch.Match.PART;
    }

    /// Those who may be meant, the likeliest first; deactivated users too.
    List<JsonNode> found(PersonSearch search, int most) {
        var users = new ArrayList<JsonNode>();
        search.expression()
                .ifPresent(expression -> {
                    var _ =
                            okta.each(
                                    BY_NAME, Map.of("search", expression), null, most, users::add);
                });
        users.sort(search.order());
        return users;
    }

    private static ToolException nobody(String text) {
        return failure(
                "There is no user %s, deactivated ones included. find_user finds by parts of a name."
                        .formatted(shown(text)));
    }

    private static ToolException several(String text, List<JsonNode> found, HiddenFields hidden) {
        var names =
                found.stream()
                        .limit(MOST_CANDIDATES)
                        .map(user -> named(user, hidden))
                        .collect(Collectors.joining(", "));
        return failure(
                "%s may be any of %s%s. Give the id of the one who is meant."
                        .formatted(
                                shown(text), names, found.size() > MOST_CANDIDATES ? ", …" : ""));
    }

    private static String named(JsonNode user, HiddenFields hidden) {
        var login = user.path("profile").path("login").asString("");
        var status = user.path("status").asString("");
        return hidden.contains("login")
                ? "%s (%s)".formatted(Belongings.idOf(user), status)
                : "%s (%s, %s)".formatted(shown(login), Belongings.idOf(user), status);
    }

    private static String shown(String text) {
        return PlainText.of(text, LONGEST);
    }

    private static ToolException failure(String message) {
        return new ToolException(ToolResult.Failure.of(FailureCode.INVALID_ARGUMENTS, message));
    }
}
