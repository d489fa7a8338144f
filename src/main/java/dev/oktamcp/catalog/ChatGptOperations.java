package dev.oktamcp.catalog;

import dev.oktamcp.catalog.ChatGptTools.Found;
import dev.oktamcp.okta.Operation;
import dev.oktamcp.okta.Operations;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolFilter.Cause;

import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.util.Map;
import java.util.TreeSet;

/// What there is to read about operations: which of them, and each as a page.
@Component
final class ChatGptOperations {

    /// Characters that a body's schema takes: some 4,000 tokens.
    private static final int LONGEST_BODY = 16_000;

    private final Operations operations;
    private final OperationWords words;
    private final OperationTools tools;
    private final OperationSchema schemas;
    private final JsonMapper json;

    ChatGptOperations(
            Operations operations,
            OperationWords words,
            OperationTools tools,
            OperationSchema schemas,
            JsonMapper json) {
        this.operations = operations;
        this.words = words;
        this.tools = tools;
        this.schemas = schemas;
        this.json = json;
    }

    /// Whether an operation is told of: by the filter, of which the tag or the path that names the
    /// pair leaves out what other areas have, and no more.
    boolean shows(Operation operation, ToolCall call) {
        var filter = call.caller().filter();
        return filter.hides(tools.require(operation.id()))
                .map(cause ->
                        (cause == Cause.PATH || cause == Cause.TAG)
                                && filter.refuses(call.definition(), operation.facts()).isEmpty())
                .orElse(true);
    }

    /// @throws dev.oktamcp.tool.ToolException where the caller has no such operation
    Found page(String id, ToolCall call) {
        return operations.all().stream()
                .filter(operation -> operation.id().equals(id) && shows(operation, call))
                .findFirst()
                .map(this::page)
                .orElseThrow(() -> ChatGptTools.unknown("doc:" + id));
    }

    private Found page(Operation operation) {
        var text = json.createObjectNode().put("operation", operation.id());
        text.put("does", words.sentence(operation));
        text.put("request", operation.http() + " " + operation.path());
        text.put("effect", operation.facts().effect().name());
        text.set("scopes", json.valueToTree(new TreeSet<>(operation.facts().scopes())));
        text.set("admin_roles", json.valueToTree(new TreeSet<>(operation.roles())));
        text.set("arguments_schema", schemas.of(operation, LONGEST_BODY, OperationSchema.OPEN));
        return new Found(
                "doc:" + operation.id(),
                words.sentence(operation),
                text.toPrettyString(),
                OktaPages.operation(operation),
                Map.of("type", "operation"));
    }
}
