package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.function.UnaryOperator;

/// A list of the IAM family: the items have a name of their own, and the address of the next page
/// is in the body alone.
///
/// @param field what the items are called
/// @param all what the cursor is one of
record IamList(String field, Resources all) {

    /// ASSUMPTION: the size of a page that takes no limit is not documented; a small one lets a
    /// small org have several.
    private static final int USUAL = 5;

    private static final PageSizes LIMITED = new PageSizes(100, 100, 100);

    Answer answer(Call call, List<ObjectNode> items, UnaryOperator<ObjectNode> view) {
        var query = call.query().without("limit");
        return answer(call, Listing.byId(query, all, items, USUAL), view);
    }

    /// For the few lists of the family that take a limit.
    Answer limited(Call call, List<ObjectNode> items, UnaryOperator<ObjectNode> view) {
        return answer(call, Listing.byId(call.query(), all, items, LIMITED), view);
    }

    private Answer answer(Call call, Page page, UnaryOperator<ObjectNode> view) {
        var body = Json.object();
        body.set(field, Json.array(page.items().stream().map(view).toList()));
        var links = body.putObject("_links");
        if (page.more()) {
            var after = Json.text(page.items().getLast(), "id");
            var next = call.linkTo(call.query().with("after", after)).getLast();
            links.putObject("next").put("href", next.href());
        }
        return Answer.of(body);
    }
}
