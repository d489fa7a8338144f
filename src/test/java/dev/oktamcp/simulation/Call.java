package dev.oktamcp.simulation;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/// A request that found its route.
///
/// @param base the org's own address
/// @param values the path's variables by name
record Call(
        String base,
        Incoming request,
        Principal principal,
        Map<String, String> values,
        Query query) {

    String value(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("The route has no variable " + name);
        }
        return value;
    }

    /// The body, which must be an object.
    ObjectNode json() {
        try {
            if (Json.literal(request.body()) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw OktaError.of(ErrorCode.E0000003);
        }
        throw OktaError.of(ErrorCode.E0000003);
    }

    /// The body, which must be a list of objects.
    List<ObjectNode> array() {
        try {
            if (Json.literal(request.body()) instanceof ArrayNode array
                    && array.valueStream().allMatch(ObjectNode.class::isInstance)) {
                return array.valueStream().map(ObjectNode.class::cast).toList();
            }
        } catch (JacksonException e) {
            throw OktaError.of(ErrorCode.E0000003);
        }
        throw OktaError.of(ErrorCode.E0000003);
    }

    boolean asks(String parameter, boolean usually) {
        return Boolean.parseBoolean(query.get(parameter).orElse(Boolean.toString(usually)));
    }

    /// What the id of a new resource follows from.
    String key() {
        return request.id();
    }

    /// The `self` link alone, for a last page and for lists that have no pages.
    List<Link> self() {
        return List.of(new Link("self", base + request.rawPath() + query.encoded()));
    }

    /// The query parameters of this call are echoed in the link to the next page.
    List<Link> selfAndNext(String after, int limit) {
        var next = query.with("after", after).with("limit", Integer.toString(limit));
        return linkTo(next);
    }

    List<Link> linkTo(Query next) {
        var href = base + request.rawPath() + next.encoded();
        return List.of(self().getFirst(), new Link("next", href));
    }
}
