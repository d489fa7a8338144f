package dev.oktamcp.okta;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Where a list goes on after a page: for each of Okta's ways to page.
final class Pages {

    private Pages() {}

    /// @param next where the list goes on; null at its end
    /// @param more whether more is there now
    /// @param total how many items the whole list has, where Okta says so
    record Part(@Nullable Continuation next, boolean more, @Nullable Integer total) {}

    /// @param from how this page was asked for
    /// @throws ToolException for a link that leads elsewhere
    static Part of(OperationCalls.Sent sent, Continuation from, ListReader.Read read) {
        var total = read.around().path("metadata").path("total");
        var known = total.isIntegralNumber() ? Integer.valueOf(total.asInt()) : null;
        var end = from.given() + read.taken();
        if (end < read.size()) {
            return new Part(from.given(end), true, known);
        }
        var next = next(sent, from, read.around());
        var more = next.isPresent() && (!polls(sent) || read.size() > 0);
        return new Part(next.orElse(null), more, known);
    }

    private static Optional<Continuation> next(
            OperationCalls.Sent sent, Continuation from, JsonNode around) {
        try {
            var next =
                    link(sent, around)
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

    /// The System Log without an end has a next link even where nothing is yet.
    private static boolean polls(OperationCalls.Sent sent) {
        var query = sent.request().firstQuery();
        return sent.operation().paging() == Operation.Paging.POLL
                && !query.containsKey("until")
                && !query.getOrDefault("sortOrder", List.of()).contains("DESCENDING");
    }

    private static Optional<URI> link(OperationCalls.Sent sent, JsonNode around) {
        return switch (sent.operation().paging()) {
            case NONE -> Optional.empty();
            case LINK, POLL -> sent.response().next();
            case BODY -> inBody(around);
        };
    }

    private static Optional<URI> inBody(JsonNode around) {
        var link = around.path("_links").path("next").path("href");
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
