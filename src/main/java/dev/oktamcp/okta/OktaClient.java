package dev.oktamcp.okta;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.Map;

/// The way to Okta for every tool: named operations, as the principal of the call in progress.
@Component
public final class OktaClient {

    private final Operations operations;
    private final OktaSender sender;
    private final OktaErrors errors;
    private final Cursors cursors;
    private final Pages pages;
    private final JsonMapper json;

    OktaClient(
            Operations operations,
            OktaSender sender,
            OktaErrors errors,
            Cursors cursors,
            Pages pages,
            JsonMapper json) {
        this.operations = operations;
        this.sender = sender;
        this.errors = errors;
        this.cursors = cursors;
        this.pages = pages;
        this.json = json;
    }

    /// Calls one operation.
    ///
    /// @param arguments by Okta's parameter names; the body, where there is one, as `body`
    /// @return the answer; an empty object where Okta answers without one
    /// @throws ToolException where it did not work
    public ObjectNode call(String operationId, Map<String, ?> arguments) {
        var sent = send(ToolCall.CURRENT.get(), operationId, arguments, Continuation.NONE);
        return switch (sent.answer()) {
            case ObjectNode object -> object;
            case JsonNode none when none.isMissingNode() -> json.createObjectNode();
            default -> throw noAnswer(operationId);
        };
    }

    /// Calls an operation that lists, and returns one page of it.
    ///
    /// @param page how much, and where to go on
    /// @throws ToolException where it did not work
    public Page page(String operationId, Map<String, ?> arguments, PageRequest page) {
        var call = ToolCall.CURRENT.get();
        var goOn = page.cursor() == null ? Continuation.NONE : cursors.open(page.cursor(), call);
        var limited = new LinkedHashMap<String, Object>(arguments);
        limited.put("limit", Math.min(PageRequest.MAX_LIMIT, page.limit() + goOn.given()));
        return pages.of(send(call, operationId, limited, goOn), goOn, call);
    }

    /// Calls an operation that lists and has no pages.
    ///
    /// @throws ToolException where it did not work
    public Page list(String operationId, Map<String, ?> arguments) {
        var call = ToolCall.CURRENT.get();
        return pages.of(
                send(call, operationId, arguments, Continuation.NONE), Continuation.NONE, call);
    }

    /// A request that was answered.
    record Sent(OktaRequest request, Org org, OktaResponse response, JsonNode answer) {}

    private Sent send(
            ToolCall call, String operationId, Map<String, ?> arguments, Continuation goOn) {
        var operation = operations.require(operationId);
        SecondLock.check(call, operation);
        var principal = OktaPrincipal.of(call.caller());
        var org = sender.org(principal);
        var request = OktaRequest.of(operation, arguments, goOn, org.url());
        var response = sender.send(request, org, principal, call);
        call.upstream(response.requestId());
        if (!response.successful()) {
            throw errors.of(operation, response);
        }
        return new Sent(request, org, response, answer(operation, response));
    }

    private JsonNode answer(Operation operation, OktaResponse response) {
        if (response.body().length == 0 || operation.response() == Operation.Response.NONE) {
            return json.missingNode();
        }
        try {
            return json.readTree(response.body());
        } catch (JacksonException e) {
            throw noAnswer(operation.id());
        }
    }

    static ToolException noAnswer(String operationId) {
        return new ToolException(
                ToolResult.Failure.of(
                        FailureCode.UNAVAILABLE,
                        "%s: Okta's answer could not be read.".formatted(operationId)));
    }
}
