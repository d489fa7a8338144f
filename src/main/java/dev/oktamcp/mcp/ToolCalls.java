package dev.oktamcp.mcp;

import dev.oktamcp.tool.CallOutcome;
import dev.oktamcp.tool.Content;
import dev.oktamcp.tool.InputRequiredException;
import dev.oktamcp.tool.ToolDispatcher;
import dev.oktamcp.tool.ToolRequest;
import dev.oktamcp.tool.ToolResult;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

import java.util.Map;

/// `tools/call`: from a message to the dispatcher, and from the outcome to a message.
@Component
final class ToolCalls {

    private static final TypeReference<Map<String, Object>> ARGUMENTS = new TypeReference<>() {};

    private final ToolDispatcher dispatcher;
    private final CallsInProgress inProgress;
    private final JsonMapper json;

    ToolCalls(ToolDispatcher dispatcher, CallsInProgress inProgress, JsonMapper json) {
        this.dispatcher = dispatcher;
        this.inProgress = inProgress;
        this.json = json;
    }

    /// @throws ProtocolException where there is no such tool, or what is sent is no call
    /// @throws InputRequiredException where the call has to come again
    void call(Exchange exchange) {
        var outcome = dispatched(exchange);
        var cancellation = exchange.cancellation();
        if (!cancellation.cancelled()) {
            finish(exchange, outcome, outcome.result());
        } else if (cancellation.why() == null) {
            exchange.reply().abandon();
        } else {
            finish(exchange, outcome, EndedCalls.result(outcome.result(), cancellation.why()));
        }
    }

    private static void finish(Exchange exchange, CallOutcome outcome, ToolResult toolResult) {
        OutcomeFacts.headers(outcome).forEach(exchange.reply()::header);
        var result =
                switch (toolResult) {
                    case ToolResult.Success success -> success(success, exchange);
                    case ToolResult.Failure failure -> failure(failure, exchange);
                    case ToolResult.InputRequired asked ->
                            throw new InputRequiredException(asked.requests());
                };
        result.withObject("/_meta").setAll(OutcomeFacts.meta(outcome));
        exchange.finish(result);
    }

    private CallOutcome dispatched(Exchange exchange) {
        var params = exchange.params();
        if (!params.path("name").isString()) {
            throw ProtocolException.params("\"name\" must be a string.");
        }
        var request =
                new ToolRequest(
                        params.path("name").stringValue(),
                        arguments(params.get("arguments")),
                        exchange.interaction(),
                        Traces.id(params));
        try (var _ = inProgress.add(exchange)) {
            return dispatcher.dispatch(request, exchange.caller());
        }
    }

    private Map<String, Object> arguments(@Nullable JsonNode given) {
        return switch (given) {
            case null -> Map.of();
            case JsonNode none when none.isNull() -> Map.of();
            case ObjectNode arguments -> json.convertValue(arguments, ARGUMENTS);
            default -> throw ProtocolException.params("\"arguments\" must be an object.");
        };
    }

    private static ObjectNode success(ToolResult.Success success, Exchange exchange) {
        var result = JsonNodeFactory.instance.objectNode();
        var content = result.putArray("content");
        var json = success.written().json();
        if (json != null && success.content().stream().allMatch(ToolCalls::stands)) {
            text(content, json);
        }
        success.content().stream()
                .filter(piece -> !stands(piece) || exchange.knowsLinks())
                .forEach(piece -> content.add(Contents.piece(piece)));
        if (json != null) {
            result.putRawValue("structuredContent", new RawValue(json));
        }
        return result.put("isError", false);
    }

    /// Beside the text, not in its place.
    private static boolean stands(Content piece) {
        return piece instanceof Content.Link;
    }

    private static ObjectNode failure(ToolResult.Failure failure, Exchange exchange) {
        switch (failure.code()) {
            case UNKNOWN_TOOL -> throw ProtocolException.params(failure.message());
            case CLIENT_CANNOT -> exchange.envelope().clientCannot(failure);
            default -> {}
        }
        var result = JsonNodeFactory.instance.objectNode();
        text(result.putArray("content"), failure.message());
        result.put("isError", true);
        var meta = result.putObject("_meta").putObject("dev.oktamcp/failure");
        meta.put("code", failure.code().name());
        var details = failure.details();
        if (details != null) {
            meta.setAll(details);
        }
        return result;
    }

    private static void text(ArrayNode content, String text) {
        content.add(Contents.text(text));
    }
}
