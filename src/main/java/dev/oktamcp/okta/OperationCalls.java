package dev.oktamcp.okta;

import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.Rehearsed;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolException;

import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Map;

/// One call of one operation, for a tool: the second lock before it, Okta's no after it.
@Component
final class OperationCalls {

    private final Operations operations;
    private final OktaSender sender;
    private final OktaErrors errors;
    private final JsonMapper json;

    OperationCalls(Operations operations, OktaSender sender, OktaErrors errors, JsonMapper json) {
        this.operations = operations;
        this.sender = sender;
        this.errors = errors;
        this.json = json;
    }

    /// A request that was answered.
    record Sent(OktaRequest request, Org org, OktaResponse response) {

        Operation operation() {
            return request.operation();
        }
    }

    /// @throws IllegalArgumentException for an id that no operation has
    Operation operation(String operationId) {
        return operations.require(operationId);
    }

    /// @throws ToolException where it did not work
    Sent send(ToolCall call, Operation operation, Map<String, ?> arguments, Continuation goOn) {
        SecondLock.check(call, operation);
        if (call.rehearsing() && operation.facts().effect() != Effect.READ) {
            throw new Rehearsed(operation.id(), arguments);
        }
        var principal = OktaPrincipal.of(call.caller());
        var org = sender.org(principal);
        var request = OktaRequest.of(operation, arguments, goOn, org.url());
        var response = sender.send(request, org, principal, call);
        note(response, call);
        if (!response.successful()) {
            throw errors.of(operation, response);
        }
        return new Sent(request, org, response);
    }

    private static void note(OktaResponse response, ToolCall call) {
        call.upstream(response.requestId());
        var limit = response.rateLimit();
        if (limit != null) {
            call.heard(limit);
        }
    }

    /// What Okta answered, as a whole; missing where it answered without a body, and a text where
    /// that is not JSON.
    ///
    /// @throws ToolException where it can't be read
    JsonNode answer(Sent sent) {
        var operation = sent.operation();
        if (operation.response() == Operation.Response.NONE || sent.response().status() == 204) {
            return json.missingNode();
        }
        if (operation.response() == Operation.Response.TEXT) {
            return json.getNodeFactory().stringNode(sent.response().text());
        }
        try (var body = sent.response().body()) {
            var answer = json.readTree(body.open());
            if (answer.isMissingNode() && operation.facts().effect() == Effect.READ) {
                throw LostAnswers.unreadable(operation);
            }
            LinkedIds.add(answer);
            return answer;
        } catch (JacksonIOException e) {
            throw LostAnswers.whileReading(operation.facts().effect(), e);
        } catch (JacksonException e) {
            throw LostAnswers.unreadable(operation);
        }
    }
}
