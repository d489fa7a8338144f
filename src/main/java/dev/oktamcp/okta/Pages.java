package dev.oktamcp.okta;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// From an answered request to the items that there is room for, and where the rest is: for each of
/// Okta's ways to page.
final class Pages {

    private Pages() {}

    /// @param next where the list goes on; null at its end
    /// @param more whether more is there now
    /// @param total how many items the whole list has, where Okta says so
    record Part(
            List<JsonNode> items,
            @Nullable Continuation next,
            boolean more,
            @Nullable Integer total) {}

    /// @param from how this page was asked for
    /// @throws ToolException for an answer that is no list, or a link that leads elsewhere
    static Part of(OperationCalls.Sent sent, Continuation from, Room room) {
        var all = list(sent);
        var total = sent.answer().path("metadata").path("total");
        var known = total.isIntegralNumber() ? Integer.valueOf(total.asInt()) : null;
        var items = new ArrayList<JsonNode>();
        for (int i = from.given(); i < all.size(); i++) {
            if (!room.takes(all.get(i))) {
                return new Part(items, from.given(i), true, known);
            }
            items.add(all.get(i));
        }
        var next = next(sent, from);
        var more = next.isPresent() && (!polls(sent) || isFull(all, sent));
        return new Part(items, next.orElse(null), more, known);
    }

    private static ArrayNode list(OperationCalls.Sent sent) {
        var property = sent.operation().items();
        var list = property == null ? sent.answer() : sent.answer().path(property);
        if (list instanceof ArrayNode array) {
            return array;
        }
        throw OperationCalls.unreadable(sent.operation());
    }

    /// A list that one polls has a next link even where there is nothing yet.
    private static boolean isFull(ArrayNode all, OperationCalls.Sent sent) {
        var limit = sent.request().firstQuery().getOrDefault("limit", List.of());
        return limit.contains(String.valueOf(all.size()));
    }

    private static Optional<Continuation> next(OperationCalls.Sent sent, Continuation from) {
        try {
            var next =
                    link(sent)
                            .map(link -> checked(sent.request().uri().resolve(link), sent))
                            .map(link -> Continuation.to(link, sent.request().firstQuery()));
            if (!polls(sent) && next.filter(from.given(0)::equals).isPresent()) {
                throw elsewhere(null);
            }
            return next;
        } catch (IllegalArgumentException e) {
            throw elsewhere(e);
        }
    }

    private static boolean polls(OperationCalls.Sent sent) {
        return sent.operation().paging() == Operation.Paging.POLL;
    }

    private static Optional<URI> link(OperationCalls.Sent sent) {
        return switch (sent.operation().paging()) {
            case NONE -> Optional.empty();
            case LINK, POLL -> sent.response().next();
            case BODY -> inBody(sent);
        };
    }

    private static Optional<URI> inBody(OperationCalls.Sent sent) {
        var link = sent.answer().path("_links").path("next").path("href");
        return link.isString() ? Optional.of(URI.create(link.stringValue())) : Optional.empty();
    }

    private static URI checked(URI next, OperationCalls.Sent sent) {
        var samePath = sent.request().uri().getRawPath().equals(next.getRawPath());
        if (!samePath || !sent.org().url().hosts(next)) {
            throw elsewhere(null);
        }
        return next;
    }

    private static ToolException elsewhere(@Nullable Throwable cause) {
        return new ToolException(
                ToolResult.Failure.of(
                        FailureCode.UNAVAILABLE,
                        "Okta's link to the next page leads elsewhere and is not followed. Check"
                                + " the org URL."),
                cause);
    }
}
