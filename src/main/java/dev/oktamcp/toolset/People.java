package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.HiddenFields;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolException;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// Finds whom somebody means.
@Component
final class People {

    static final String ONE =
            "User id, login, or a name that only one person has, for example ada@example.com";

    static final String SURE =
            "User id, login, or the whole name where only one person has it, for example"
                    + " ada@example.com";

    static final String BY_ID = "getUser";
    static final String BY_NAME = "listUsers";

    /// By this Okta means the administrator whose API token is in use.
    private static final String OWN = "me";

    private final OktaClient okta;

    People(OktaClient okta) {
        this.okta = okta;
    }

    /// Those whom a search found.
    ///
    /// @param users the likeliest first; deactivated ones too
    /// @param cut whether there may be more
    record Found(List<JsonNode> users, boolean cut) {

        /// The only one who is called so, or of whom alone that is a part of the name.
        Optional<JsonNode> likely(PersonSearch search) {
            var whole = whole(search);
            return whole.isEmpty() ? only(users) : only(whole);
        }

        /// The only one who is called so, and not just in part.
        Optional<JsonNode> sure(PersonSearch search) {
            return cut ? Optional.empty() : only(whole(search));
        }

        private List<JsonNode> whole(PersonSearch search) {
            return users.stream()
                    .filter(user -> search.match(user) != PersonSearch.Match.PART)
                    .toList();
        }

        private static Optional<JsonNode> only(List<JsonNode> some) {
            return some.size() == 1 ? Optional.of(some.getFirst()) : Optional.empty();
        }
    }

    /// The one who is meant, as Okta has the user now. By an id and a login Okta's own look-up
    /// finds; the search may be a moment behind.
    ///
    /// What it fails with names no attribute: it would be withheld where that one is hidden.
    ///
    /// @throws ToolException where it is nobody, or may be several; it names them then
    ObjectNode one(String user, ToolCall call) {
        return one(user, call, Found::likely);
    }

    /// The same where a mistake would hit somebody else: a part of a name is not enough.
    ///
    /// @throws ToolException where it is nobody, or may be another
    ObjectNode surely(String user, ToolCall call) {
        return one(user, call, Found::sure);
    }

    private ObjectNode one(
            String user,
            ToolCall call,
            BiFunction<Found, PersonSearch, Optional<JsonNode>> choice) {
        var text = user.strip();
        if (text.equalsIgnoreCase(OWN)) {
            throw Unclear.failure(
                    "me is no name here: to Okta it is the account by which this MCP server gets"
                            + " in. Give the id, login or name of the person.");
        }
        return byIdOrLogin(text)
                .orElseGet(() -> byName(text, HiddenFields.of(call.caller()), choice));
    }

    /// A login with one of these characters can't be looked up by Okta's API, only searched.
    private Optional<ObjectNode> byIdOrLogin(String text) {
        if (text.matches(".*[\\s/?].*")) {
            return Optional.empty();
        }
        return IfThere.read(() -> okta.call(BY_ID, Map.of("id", text)));
    }

    private ObjectNode byName(
            String text,
            HiddenFields hidden,
            BiFunction<Found, PersonSearch, Optional<JsonNode>> choice) {
        if (!okta.allows(BY_NAME)) {
            throw Unclear.failure(
                    "There is no user %s, and this MCP server does not let names be searched. Give the id."
                            .formatted(Unclear.shown(text)));
        }
        var search = PersonSearch.of(text, hidden);
        var found = found(search);
        return choice.apply(found, search)
                .map(user -> okta.call(BY_ID, Map.of("id", Belongings.idOf(user))))
                .orElseThrow(() -> unclear(text, found, hidden));
    }

    /// Those who may be meant.
    Found found(PersonSearch search) {
        var users = new ArrayList<JsonNode>();
        var cut =
                search.expression()
                        .map(expression ->
                                okta.each(
                                        BY_NAME,
                                        Map.of("search", expression),
                                        null,
                                        Unclear.MOST_LOOKED_AT,
                                        users::add))
                        .filter(rest -> rest.hasMore() || rest.note() != null)
                        .isPresent();
        users.sort(search.order());
        return new Found(users, cut);
    }

    private static ToolException unclear(String text, Found found, HiddenFields hidden) {
        return found.users().isEmpty()
                ? Unclear.failure(
                        "There is no user %s, deactivated ones included. find_user finds by parts of a name."
                                .formatted(Unclear.shown(text)))
                : Unclear.several(
                        text, found.users().stream().map(user -> named(user, hidden)).toList());
    }

    private static String named(JsonNode user, HiddenFields hidden) {
        var login = user.path("profile").path("login").asString("");
        var status = user.path("status").asString("");
        return hidden.contains("login")
                ? "%s (%s)".formatted(Belongings.idOf(user), status)
                : "%s (%s, %s)".formatted(Unclear.shown(login), Belongings.idOf(user), status);
    }
}
