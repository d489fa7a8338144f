package dev.oktamcp.catalog;

import dev.oktamcp.catalog.ChatGptTools.Hit;
import dev.oktamcp.okta.ItemFormat;
import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.HiddenFields;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.Tried;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Finds by the words of a query: in the org by names, in Okta's API by meaning.
@Component
final class ChatGptSearch {

    private static final int MOST_OF_A_KIND = 10;
    private static final int MOST_OPERATIONS = 5;

    private static final List<String> USER_NAMES =
            List.of("firstName", "lastName", "login", "email");

    private final OktaClient okta;
    private final ObjectProvider<OperationSearch> operations;
    private final ChatGptOperations known;
    private final OperationWords words;

    ChatGptSearch(
            OktaClient okta,
            ObjectProvider<OperationSearch> operations,
            ChatGptOperations known,
            OperationWords words) {
        this.okta = okta;
        this.operations = operations;
        this.known = known;
        this.words = words;
    }

    /// The best first. One kind of things that can't be read does not hide the others.
    ///
    /// @throws ToolException where nothing was found, since it could not be read
    List<Hit> hits(String query, ToolCall call) {
        var said = SearchedWords.of(query);
        var found = okta.together(said.isEmpty() ? List.of() : reads(said, call));
        var hits = new ArrayList<Hit>();
        found.forEach(tried -> hits.addAll(tried.value() == null ? List.of() : tried.value()));
        hits.sort(Comparator.comparing(hit -> -SearchedWords.in(hit.title(), said)));
        hits.addAll(operations(query, call));
        if (hits.isEmpty()) {
            found.forEach(ChatGptSearch::check);
        }
        return hits.stream().distinct().toList();
    }

    private static void check(Tried<List<Hit>> tried) {
        if (tried.failure() != null) {
            throw new ToolException(tried.failure());
        }
    }

    private List<Supplier<Tried<List<Hit>>>> reads(List<String> said, ToolCall call) {
        var hidden = HiddenFields.of(call.caller());
        var links = OktaPages.of(call);
        var reads = new ArrayList<Supplier<Tried<List<Hit>>>>();
        var names = USER_NAMES.stream().filter(name -> !hidden.contains(name)).toList();
        if (!names.isEmpty() && okta.allows("listUsers")) {
            var search = search(names, "sw", said);
            reads.add(() ->
                    listed(
                            "listUsers",
                            Map.of("search", search),
                            user -> user(user, links, hidden)));
        }
        if (!hidden.contains("name") && okta.allows("listGroups")) {
            var search = search(List.of("name"), "co", said);
            reads.add(() ->
                    listed("listGroups", Map.of("search", search), group -> group(group, links)));
        }
        if (okta.allows("listApplications")) {
            for (var word : said) {
                reads.add(() ->
                        listed("listApplications", Map.of("q", word), app -> app(app, links)));
            }
        }
        return reads;
    }

    private static String search(List<String> names, String operator, List<String> said) {
        return said.stream()
                .flatMap(word -> names.stream().map(name -> comparison(name, operator, word)))
                .collect(Collectors.joining(" or "));
    }

    private static String comparison(String name, String operator, String word) {
        return "profile.%s %s \"%s\"".formatted(name, operator, word);
    }

    private Tried<List<Hit>> listed(
            String operation, Map<String, String> arguments, Function<JsonNode, Hit> hit) {
        var page = new PageRequest(MOST_OF_A_KIND, null, false, new ItemFormat(false, List.of()));
        return Tried.of(() ->
                okta.page(operation, arguments, page).items().valueStream().map(hit).toList());
    }

    private static Hit user(JsonNode user, OktaPages links, HiddenFields hidden) {
        var id = user.path("id").asString("");
        return new Hit("user:" + id, OktaPages.userTitle(user, hidden), links.user(id));
    }

    private static Hit group(JsonNode group, OktaPages links) {
        var id = group.path("id").asString("");
        return new Hit("group:" + id, group.at("/profile/name").asString(id), links.group(id));
    }

    private static Hit app(JsonNode app, OktaPages links) {
        var id = app.path("id").asString("");
        return new Hit("app:" + id, app.path("label").asString(id), links.app(app));
    }

    private List<Hit> operations(String query, ToolCall call) {
        return operations.getObject().find(query).stream()
                .filter(operation -> known.shows(operation, call))
                .limit(MOST_OPERATIONS)
                .map(operation ->
                        new Hit(
                                "doc:" + operation.id(),
                                words.sentence(operation),
                                OktaPages.operation(operation)))
                .toList();
    }
}
