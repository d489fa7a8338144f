package dev.oktamcp.mcp;

import org.springframework.stereotype.Component;

import tools.jackson.databind.node.ObjectNode;

/// The methods that every era has.
@Component
final class ServerMethods {

    private final EdgeLimits limits;
    private final ToolList toolList;
    private final ToolCalls toolCalls;
    private final Prompts prompts;
    private final Resources resources;
    private final Completions completions;

    ServerMethods(
            EdgeLimits limits,
            ToolList toolList,
            ToolCalls toolCalls,
            Prompts prompts,
            Resources resources,
            Completions completions) {
        this.limits = limits;
        this.toolList = toolList;
        this.toolCalls = toolCalls;
        this.prompts = prompts;
        this.resources = resources;
        this.completions = completions;
    }

    /// @return whether the method is known
    boolean answer(Exchange exchange) {
        switch (exchange.request().method()) {
            case "tools/list" -> listTools(exchange);
            case "tools/call" -> limits.call(exchange.caller(), () -> toolCalls.call(exchange));
            case String method when method.startsWith("prompts/") && !prompts.isEmpty() -> {
                return prompt(exchange, method);
            }
            case String method when method.startsWith("resources/") && !resources.isEmpty() -> {
                return resource(exchange, method);
            }
            case "completion/complete" -> {
                return complete(exchange);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void listTools(Exchange exchange) {
        var page = toolList.page(exchange.caller(), exchange.params(), exchange.envelope());
        exchange.reply().result(exchange.request().id(), page);
    }

    private boolean prompt(Exchange exchange, String method) {
        switch (method) {
            case "prompts/list" -> cacheable(exchange, prompts.list());
            case "prompts/get" -> exchange.finish(prompts.get(exchange));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean resource(Exchange exchange, String method) {
        switch (method) {
            case "resources/list" -> cacheable(exchange, resources.list());
            case "resources/templates/list" -> cacheable(exchange, resources.templates());
            case "resources/read" -> cacheable(exchange, resources.read(exchange));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void cacheable(Exchange exchange, ObjectNode result) {
        var cacheable = exchange.envelope().cacheable(result);
        exchange.reply().finish(Replies.result(exchange.request().id(), cacheable));
    }

    private boolean complete(Exchange exchange) {
        if (prompts.isEmpty() && resources.isEmpty()) {
            return false;
        }
        exchange.finish(completions.complete(exchange.params()));
        return true;
    }
}
