package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// A list of the governance API: the items under `data`, the pages in body and header.
///
/// @param equal attributes that can be compared for equality
/// @param further attributes that know the other operators too
/// @param filtered whether a filter must be given
record GovernanceList(Set<String> equal, Set<String> further, boolean filtered, PageSizes sizes) {

    static final PageSizes SIZES = new PageSizes(20, 20, 200);

    private static final Pattern BARE = Pattern.compile("(?i)( eq )([A-Z][A-Z_]+)\\b");

    static GovernanceList of(Set<String> equal, Set<String> further) {
        return new GovernanceList(equal, further, false, SIZES);
    }

    /// A list that must be given a filter.
    static GovernanceList filtered(Set<String> equal, Set<String> further) {
        return new GovernanceList(equal, further, true, SIZES);
    }

    GovernanceList sized(PageSizes value) {
        return new GovernanceList(equal, further, filtered, value);
    }

    /// ASSUMPTION: `orderBy` is not looked at, all lists are ordered by id.
    Answer answer(Call call, Resources all, UnaryOperator<ObjectNode> view) {
        var matching = matching(call, all.all());
        var page = Listing.byId(call.query(), all, matching, sizes);
        var body = Json.object();
        body.set("data", Json.array(page.items().stream().map(view).toList()));
        var links = body.putObject("_links");
        for (var link : page.links(call)) {
            links.putObject(link.rel()).put("href", link.href());
        }
        body.putObject("metadata").put("total", matching.size());
        return Answer.of(body, page.links(call));
    }

    List<ObjectNode> matching(Call call, List<ObjectNode> all) {
        var filter = call.query().get("filter");
        if (filter.isEmpty() && filtered) {
            throw OktaError.of(ErrorCode.E0000028);
        }
        var condition = filter.map(this::parse).orElse(_ -> true);
        return all.stream().filter(condition).toList();
    }

    /// Okta's examples write some words without quotes.
    private Predicate<JsonNode> parse(String filter) {
        try {
            var quoted = BARE.matcher(filter).replaceAll("$1\"$2\"");
            return new Dialect(this::operators, true, true).parse(quoted);
        } catch (BadExpression e) {
            throw OktaError.of(ErrorCode.E0000053);
        }
    }

    private Set<Operator> operators(String attribute) {
        if (further.contains(attribute)) {
            return EnumSet.allOf(Operator.class);
        }
        return equal.contains(attribute) ? EnumSet.of(Operator.EQ) : Set.of();
    }
}
