package dev.oktamcp.mcp;

import static dev.oktamcp.mcp.ProtocolException.INTERNAL_ERROR;
import static dev.oktamcp.mcp.ProtocolException.INVALID_PARAMS;
import static dev.oktamcp.mcp.ProtocolException.INVALID_REQUEST;

import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.springframework.stereotype.Component;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.function.Supplier;

/// The methods of prompts and resources. What is made for one request counts, and is taken back and
/// ended, like a call.
@Component
final class Documents {

    private final EdgeLimits limits;
    private final CallsInProgress inProgress;
    private final Prompts prompts;
    private final Resources resources;
    private final Completions completions;

    Documents(
            EdgeLimits limits,
            CallsInProgress inProgress,
            Prompts prompts,
            Resources resources,
            Completions completions) {
        this.limits = limits;
        this.inProgress = inProgress;
        this.prompts = prompts;
        this.resources = resources;
        this.completions = completions;
    }

    /// @return whether the method is known
    boolean answer(Exchange exchange) {
        var method = exchange.request().method();
        if (method.startsWith("prompts/") && !prompts.isEmpty()) {
            return prompt(exchange, method);
        }
        if (method.startsWith("resources/") && !resources.isEmpty()) {
            return resource(exchange, method);
        }
        if (!method.equals("completion/complete") || (prompts.isEmpty() && resources.isEmpty())) {
            return false;
        }
        make(exchange, () -> complete(exchange, completions.complete(exchange)));
        return true;
    }

    private boolean prompt(Exchange exchange, String method) {
        switch (method) {
            case "prompts/list" ->
                    finish(exchange, cacheable(exchange, prompts.list(exchange.caller())));
            case "prompts/get" -> make(exchange, () -> complete(exchange, prompts.get(exchange)));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean resource(Exchange exchange, String method) {
        switch (method) {
            case "resources/list" ->
                    finish(exchange, cacheable(exchange, resources.list(exchange.caller())));
            case "resources/templates/list" ->
                    finish(exchange, cacheable(exchange, resources.templates(exchange.caller())));
            case "resources/read" -> make(exchange, () -> resources.read(exchange));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static ObjectNode complete(Exchange exchange, ObjectNode result) {
        return exchange.envelope().complete(result);
    }

    private static ObjectNode cacheable(Exchange exchange, ObjectNode result) {
        return exchange.envelope().cacheable(result);
    }

    private static void finish(Exchange exchange, ObjectNode result) {
        exchange.reply().finish(Replies.result(exchange.request().id(), result));
    }

    private void make(Exchange exchange, Supplier<ObjectNode> maker) {
        limits.call(
                exchange.caller(),
                () -> {
                    var result = made(exchange, maker);
                    var cancellation = exchange.cancellation();
                    if (!cancellation.cancelled()) {
                        finish(exchange, result);
                    } else if (cancellation.why() == null) {
                        exchange.reply().abandon();
                    } else {
                        throw new ProtocolException(200, INVALID_REQUEST, cancellation.why());
                    }
                });
    }

    /// What comes of one that was cancelled is of no interest.
    private ObjectNode made(Exchange exchange, Supplier<ObjectNode> maker) {
        try (var _ = inProgress.add(exchange)) {
            return maker.get();
        } catch (ToolException e) {
            if (exchange.cancellation().cancelled()) {
                return JsonNodeFactory.instance.objectNode();
            }
            throw refused(e.failure(), exchange.envelope());
        }
    }

    /// Failures are results of tools alone; here they are errors.
    private static ProtocolException refused(ToolResult.Failure failure, Envelope envelope) {
        var code =
                switch (failure.code()) {
                    case CLIENT_CANNOT -> {
                        envelope.clientCannot(failure);
                        yield INVALID_REQUEST;
                    }
                    case NOT_CONFIRMED, INVALID_ARGUMENTS -> INVALID_PARAMS;
                    default -> INTERNAL_ERROR;
                };
        return new ProtocolException(200, code, failure.message());
    }
}
