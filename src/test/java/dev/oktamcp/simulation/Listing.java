package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// The rules of a list that understands `q`, `search`, `filter`, `sortBy` and pages.
///
/// @param quick what `q` matches
/// @param unasked what is listed when neither search nor filter asks for more
record Listing(
        Dialect search,
        Dialect filter,
        BiPredicate<JsonNode, String> quick,
        Predicate<JsonNode> unasked,
        PageSizes sizes) {

    private static final Comparator<ObjectNode> BY_ID =
            Comparator.comparing(resource -> Json.text(resource, "id"));

    Page page(Query query, Resources resources) {
        var order = order(query);
        var matching = resources.all().stream().filter(condition(query)).sorted(order).toList();
        if (query.get("q").isPresent()) {
            var limit = query.limit(1, sizes.quick(), sizes.most());
            return Page.first(matching, limit).withoutNext();
        }
        return page(query, resources, matching, order);
    }

    private Page page(
            Query query,
            Resources resources,
            List<ObjectNode> matching,
            Comparator<ObjectNode> order) {
        return page(query, resources, matching, order, query.limit(1, sizes.usual(), sizes.most()));
    }

    /// Members of a group and the like: pages by id and nothing else.
    static Page byId(Query query, Resources resources, List<ObjectNode> matching, int most) {
        return page(query, resources, matching, BY_ID, query.limit(1, most, most));
    }

    static Page byId(Query query, Resources resources, List<ObjectNode> matching, PageSizes sizes) {
        var limit = query.limit(1, sizes.usual(), sizes.most());
        return page(query, resources, matching, BY_ID, limit);
    }

    private static Page page(
            Query query,
            Resources resources,
            List<ObjectNode> matching,
            Comparator<ObjectNode> order,
            int limit) {
        var after = query.get("after");
        if (after.isEmpty()) {
            return Page.first(matching, limit);
        }
        var last = resources.find(after.get()).orElseThrow(() -> OktaError.of(ErrorCode.E0000029));
        return Page.after(last, matching, order, limit);
    }

    /// ASSUMPTION: `q` beside a search or a filter narrows it.
    private Predicate<JsonNode> condition(Query query) {
        var searched = query.get("search");
        var filtered = query.get("filter");
        if (searched.isPresent() && filtered.isPresent()) {
            throw OktaError.of(ErrorCode.E0000033);
        }
        var asked =
                searched.map(text -> parse(search, text))
                        .or(() -> filtered.map(text -> parse(filter, text)))
                        .orElse(unasked);
        var quickly = query.get("q").orElse("");
        return quickly.isEmpty()
                ? asked
                : asked.and(unasked).and(resource -> quick.test(resource, quickly));
    }

    private static Predicate<JsonNode> parse(Dialect dialect, String text) {
        try {
            return dialect.parse(text);
        } catch (BadExpression e) {
            throw OktaError.of(ErrorCode.E0000031);
        }
    }

    /// Sorting needs a search. ASSUMPTION: without one, `sortBy` is ignored; a resource without the
    /// attribute sorts as if it were empty.
    private static Comparator<ObjectNode> order(Query query) {
        var sortBy = query.get("sortBy");
        if (sortBy.isEmpty() || query.get("search").isEmpty()) {
            return BY_ID;
        }
        Comparator<ObjectNode> order =
                Comparator.comparing(resource -> sortKey(resource, sortBy.get()));
        var descending = query.get("sortOrder").orElse("asc").equalsIgnoreCase("desc");
        return (descending ? order.reversed() : order).thenComparing(BY_ID);
    }

    private static String sortKey(JsonNode resource, String path) {
        var values = Matcher.values(resource, path);
        return values.isEmpty() ? "" : values.getFirst().asString().toLowerCase(Locale.ROOT);
    }
}
