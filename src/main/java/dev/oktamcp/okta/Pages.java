package dev.oktamcp.okta;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import java.net.URI;

/// From an answered request to the page that is handed out: no more than a client takes, and where
/// the rest is.
@Component
final class Pages {

    /// Below what an answer may have, since a page stands in one.
    private static final int MAX_CHARACTERS = 120_000;

    private final Cursors cursors;
    private final JsonMapper json;

    Pages(Cursors cursors, JsonMapper json) {
        this.cursors = cursors;
        this.json = json;
    }

    /// @param from how this page was asked for
    Page of(OktaClient.Sent sent, Continuation from, ToolCall call) {
        if (!(sent.answer() instanceof ArrayNode all)) {
            throw OktaClient.noAnswer(sent.request().operation().id());
        }
        var items = json.createArrayNode();
        var end = fill(items, all, from.given());
        if (end < all.size()) {
            return new Page(items, cursors.seal(from.given(end), call), true);
        }
        var paging = sent.request().operation().paging();
        var next = sent.response().next();
        if (next.isEmpty() || paging == Operation.Paging.NONE) {
            return new Page(items, null, false);
        }
        var goOn = Continuation.to(checked(next.get(), sent), sent.request().firstQuery());
        var more = paging != Operation.Paging.POLL || isFull(all, sent);
        return new Page(items, cursors.seal(goOn, call), more);
    }

    /// A list that one polls has a next link even where there is nothing yet.
    private static boolean isFull(ArrayNode all, OktaClient.Sent sent) {
        return String.valueOf(all.size()).equals(sent.request().firstQuery().get("limit"));
    }

    /// As many items as fit, and one at the least: SHAPE says so where that one is too large.
    ///
    /// @return the index of the first item that was not taken
    private static int fill(ArrayNode items, ArrayNode all, int begin) {
        var characters = 0;
        for (int i = begin; i < all.size(); i++) {
            characters += all.get(i).toString().length() + 1;
            if (characters > MAX_CHARACTERS && i > begin) {
                return i;
            }
            items.add(all.get(i));
        }
        return all.size();
    }

    private static URI checked(URI next, OktaClient.Sent sent) {
        var samePath = sent.request().uri().getRawPath().equals(next.getRawPath());
        if (!samePath || !sent.org().url().hosts(next)) {
            throw new ToolException(
                    ToolResult.Failure.of(
                            FailureCode.UNAVAILABLE,
                            "Okta's link to the next page leads elsewhere and is not followed."
                                    + " Check the org URL."));
        }
        return next;
    }
}
