package dev.oktamcp.okta;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// The way to Okta for every tool: named operations, as the principal of the call in progress.
@Component
public final class OktaClient {

    private final Operations operations;
    private final Orgs orgs;
    private final OktaGateway gateway;
    private final OktaErrors errors;
    private final Cursors cursors;
    private final JsonMapper json;
    private final Clock clock;

    OktaClient(
            Operations operations,
            Orgs orgs,
            OktaGateway gateway,
            OktaErrors errors,
            Cursors cursors,
            JsonMapper json,
            Clock clock) {
        this.operations = operations;
        this.orgs = orgs;
        this.gateway = gateway;
        this.errors = errors;
        this.cursors = cursors;
        this.json = json;
        this.clock = clock;
    }

    /// Calls one operation.
    ///
    /// @param arguments by Okta's parameter names; the body, where there is one, as `body`
    /// @return the answer; an empty object where Okta answers without one
    /// @throws ToolException where it did not work
    public ObjectNode call(String operationId, Map<String, ?> arguments) {
        var sent = send(ToolCall.CURRENT.get(), operationId, arguments, Map.of());
        return switch (sent.answer()) {
            case ObjectNode object -> object;
            case JsonNode none when none.isMissingNode() -> json.createObjectNode();
            default -> throw noAnswer(operationId);
        };
    }

    /// Calls an operation that lists, and returns one page of it.
    ///
    /// @param page how much, and where to go on
    public Page page(String operationId, Map<String, ?> arguments, PageRequest page) {
        var call = ToolCall.CURRENT.get();
        var goOn = new LinkedHashMap<String, String>();
        goOn.put("limit", String.valueOf(page.limit()));
        if (page.cursor() != null) {
            goOn.putAll(cursors.open(page.cursor(), call));
        }
        return page(call, send(call, operationId, arguments, goOn));
    }

    /// Calls an operation that lists and has no pages.
    public Page list(String operationId, Map<String, ?> arguments) {
        var call = ToolCall.CURRENT.get();
        return page(call, send(call, operationId, arguments, Map.of()));
    }

    private Page page(ToolCall call, Sent sent) {
        if (!(sent.answer() instanceof ArrayNode items)) {
            throw noAnswer(sent.request().operation().id());
        }
        var next = sent.response().next();
        if (next.isEmpty() || sent.request().operation().paging() == Operation.Paging.NONE) {
            return new Page(items, null, false);
        }
        var polls = sent.request().operation().paging() == Operation.Paging.POLL;
        var nextCursor = cursors.seal(difference(sent, next.get()), call);
        return new Page(items, nextCursor, !polls || !items.isEmpty());
    }

    private record Sent(OktaRequest request, Org org, OktaResponse response, JsonNode answer) {}

    private Sent send(
            ToolCall call, String operationId, Map<String, ?> arguments, Map<String, String> goOn) {
        var operation = operations.require(operationId);
        SecondLock.check(call, operation);
        var org = orgs.org(OktaPrincipal.of(call.caller())).orElseThrow(OktaClient::noOrg);
        var request = OktaRequest.of(operation, arguments, goOn, org.url());
        var timeLeft = Duration.between(clock.instant(), call.deadline());
        var response = gateway.send(request, org, timeLeft, call.cancellation());
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

    /// What of the next link's query was not in this request: nothing of the link is built by us.
    private static Map<String, String> difference(Sent sent, URI next) {
        var request = sent.request();
        if (!sent.org().url().hosts(next)
                || !request.uri().getRawPath().equals(next.getRawPath())) {
            throw new ToolException(
                    ToolResult.Failure.of(
                            FailureCode.UNAVAILABLE,
                            "Okta's link to the next page leads elsewhere and is not followed."
                                    + " Check the org URL."));
        }
        var difference = new LinkedHashMap<>(PercentEncoding.query(next.getRawQuery()));
        difference.entrySet().removeAll(request.query().entrySet());
        difference.remove("limit");
        return difference;
    }

    private static ToolException noOrg() {
        return new ToolException(
                ToolResult.Failure.of(
                        FailureCode.UNAVAILABLE,
                        "The connection behind this URL has no credentials now. An administrator"
                            + " has to start the server with OKTA_ORG_URL and OKTA_API_TOKEN."));
    }

    private static ToolException noAnswer(String operationId) {
        return new ToolException(
                ToolResult.Failure.of(
                        FailureCode.UNAVAILABLE,
                        "%s: Okta's answer could not be read.".formatted(operationId)));
    }
}
