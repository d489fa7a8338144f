package dev.oktamcp.mcp;

import static dev.oktamcp.mcp.ProtocolException.INVALID_PARAMS;

import dev.oktamcp.tool.CallOutcome;
import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.Content;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolDispatcher;
import dev.oktamcp.tool.ToolRequest;
import dev.oktamcp.tool.ToolResult;

import org.springframework.stereotype.Component;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// `tools/call`: from a message to the dispatcher, and from the outcome to a message.
@Component
final class ToolCalls {

    private static final TypeReference<Map<String, Object>> ARGUMENTS = new TypeReference<>() {};

    private final ToolDispatcher dispatcher;
    private final CallsInProgress inProgress;
    private final Questions questions;
    private final JsonMapper json;

    ToolCalls(
            ToolDispatcher dispatcher,
            CallsInProgress inProgress,
            Questions questions,
            JsonMapper json) {
        this.dispatcher = dispatcher;
        this.inProgress = inProgress;
        this.questions = questions;
        this.json = json;
    }

    void call(Message.Request request, Session session, Caller caller, Reply reply) {
        var token = request.params().path("_meta").get("progressToken");
        var interaction = new ClientInteraction(session, reply, questions, token);
        var outcome = dispatched(request, session, caller, interaction);
        if (interaction.cancellation().cancelled()) {
            reply.abandon();
        } else {
            OutcomeFacts.headers(outcome).forEach(reply::header);
            reply.finish(response(request.id(), outcome));
        }
    }

    private CallOutcome dispatched(
            Message.Request request,
            Session session,
            Caller caller,
            ClientInteraction interaction) {
        var toolRequest = new ToolRequest(name(request), arguments(request), interaction);
        try (var _ = inProgress.add(session, caller, request.id(), interaction.cancellation())) {
            return dispatcher.dispatch(toolRequest, caller.by(session.client()));
        }
    }

    private static String name(Message.Request request) {
        if (!request.params().path("name").isString()) {
            throw ProtocolException.reply(
                    request.id(), INVALID_PARAMS, "\"name\" must be a string.");
        }
        return request.params().path("name").stringValue();
    }

    private Map<String, Object> arguments(Message.Request request) {
        return switch (request.params().get("arguments")) {
            case null -> Map.of();
            case JsonNode none when none.isNull() -> Map.of();
            case ObjectNode arguments -> json.convertValue(arguments, ARGUMENTS);
            default ->
                    throw ProtocolException.reply(
                            request.id(), INVALID_PARAMS, "\"arguments\" must be an object.");
        };
    }

    private static ObjectNode response(JsonNode id, CallOutcome outcome) {
        if (outcome.result() instanceof ToolResult.Failure failure
                && failure.code() == FailureCode.UNKNOWN_TOOL) {
            return Replies.error(id, INVALID_PARAMS, failure.message());
        }
        var result =
                switch (outcome.result()) {
                    case ToolResult.Success success -> success(success);
                    case ToolResult.Failure failure -> failure(failure);
                };
        result.withObject("/_meta").setAll(OutcomeFacts.meta(outcome));
        return Replies.result(id, result);
    }

    private static ObjectNode success(ToolResult.Success success) {
        var result = JsonNodeFactory.instance.objectNode();
        var content = result.putArray("content");
        success.content().forEach(piece -> content.add(piece(piece)));
        var value = success.value();
        if (value != null) {
            if (content.isEmpty()) {
                text(content, value.toString());
            }
            result.set("structuredContent", value);
        }
        return result.put("isError", false);
    }

    private static ObjectNode failure(ToolResult.Failure failure) {
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
        content.addObject().put("type", "text").put("text", text);
    }

    private static ObjectNode piece(Content piece) {
        var node = JsonNodeFactory.instance.objectNode();
        switch (piece) {
            case Content.Text(var text) -> node.put("type", "text").put("text", text);
            case Content.Image(var data, var mimeType) ->
                    node.put("type", "image").put("data", data).put("mimeType", mimeType);
            case Content.Audio(var data, var mimeType) ->
                    node.put("type", "audio").put("data", data).put("mimeType", mimeType);
            case Content.Resource(var uri, var mimeType, var text) ->
                    node.put("type", "resource")
                            .putObject("resource")
                            .put("uri", uri)
                            .put("mimeType", mimeType)
                            .put("text", text);
        }
        return node;
    }
}
