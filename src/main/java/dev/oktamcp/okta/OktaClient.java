package dev.oktamcp.okta;

import dev.oktamcp.tool.HiddenFields;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolException;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The way to Okta for every tool: named operations, as the principal of the call in progress.
@Component
public final class OktaClient {

    private final OperationCalls calls;
    private final Lists lists;
    private final RateBudget budget;
    private final GrantedScopes granted;
    private final JsonMapper json;

    OktaClient(
            OperationCalls calls,
            Lists lists,
            RateBudget budget,
            GrantedScopes granted,
            JsonMapper json) {
        this.calls = calls;
        this.lists = lists;
        this.budget = budget;
        this.granted = granted;
        this.json = json;
    }

    /// Calls one operation.
    ///
    /// @param arguments by Okta's parameter names; the body, where there is one, as `body`
    /// @return the answer; an empty object where Okta answers without one
    /// @throws ToolException where it did not work
    public ObjectNode call(String operationId, Map<String, ?> arguments) {
        return switch (answer(operationId, arguments)) {
            case ObjectNode object -> object;
            case JsonNode none when none.isMissingNode() -> json.createObjectNode();
            default -> throw LostAnswers.unreadable(calls.operation(operationId));
        };
    }

    /// Calls one operation, whatever it answers with.
    ///
    /// @param arguments by Okta's parameter names; the body, where there is one, as `body`
    /// @return JSON of any kind; text where Okta does not answer with JSON; missing where it
    ///   answers with nothing
    /// @throws ToolException where it did not work
    public JsonNode answer(String operationId, Map<String, ?> arguments) {
        var operation = calls.operation(operationId);
        return calls.answer(
                calls.send(ToolCall.CURRENT.get(), operation, arguments, Continuation.NONE));
    }

    /// Calls an operation that lists, and returns as much of it as is asked for.
    ///
    /// @param page how much, and where to go on
    /// @throws ToolException where it did not work
    public Page page(String operationId, Map<String, ?> arguments, PageRequest page) {
        return lists.page(ToolCall.CURRENT.get(), calls.operation(operationId), arguments, page);
    }

    /// Walks through an operation's list, page after page. Where a later page does not come, the
    /// rest says so.
    ///
    /// @param cursor where to go on; null to begin
    /// @param most items, after which it stops
    /// @throws ToolException where not even the first page came
    public Rest each(
            String operationId,
            Map<String, ?> arguments,
            @Nullable String cursor,
            int most,
            Consumer<JsonNode> action) {
        return lists.each(
                ToolCall.CURRENT.get(),
                calls.operation(operationId),
                arguments,
                cursor,
                most,
                action);
    }

    /// Whether the caller's filter lets the tool in progress use this operation. What it does not
    /// is left out of an answer, which says so.
    public boolean allows(String operationId) {
        var call = ToolCall.CURRENT.get();
        var operation = calls.operation(operationId).facts();
        return call.caller().filter().refuses(call.definition(), operation).isEmpty();
    }

    /// Reads together, each on a thread of its own, as the call in progress.
    ///
    /// @return what they returned, in their order
    /// @throws RuntimeException what the first of them that failed threw, once all have ended
    public <T extends @Nullable Object> List<T> together(List<? extends Supplier<T>> reads) {
        return Together.run(ToolCall.CURRENT.get(), reads);
    }

    /// By what a human knows an object: its name, and its id.
    public String named(ObjectNode object) {
        return PresentState.named(object, HiddenFields.of(ToolCall.CURRENT.get().caller()));
    }

    /// What is left of Okta's rate limits, per bucket, as far as Okta has said.
    public List<BudgetLine> budget() {
        return budget.lines(OktaPrincipal.of(ToolCall.CURRENT.get().caller()));
    }

    /// The scopes that Okta has granted; null where that is not known, as with API tokens.
    public @Nullable Set<String> grantedScopes() {
        return granted.of(OktaPrincipal.of(ToolCall.CURRENT.get().caller())).orElse(null);
    }
}
