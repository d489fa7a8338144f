package dev.oktamcp.mcp;

import org.springframework.stereotype.Component;

/// The methods that every era has.
@Component
final class ServerMethods {

    private final EdgeLimits limits;
    private final ToolList toolList;
    private final ToolCalls toolCalls;
    private final Documents documents;

    ServerMethods(EdgeLimits limits, ToolList toolList, ToolCalls toolCalls, Documents documents) {
        this.limits = limits;
        this.toolList = toolList;
        this.toolCalls = toolCalls;
        this.documents = documents;
    }

    /// @return whether the method is known
    boolean answer(Exchange exchange) {
        switch (exchange.request().method()) {
            case "tools/list" -> listTools(exchange);
            case "tools/call" -> limits.call(exchange.caller(), () -> toolCalls.call(exchange));
            default -> {
                return documents.answer(exchange);
            }
        }
        return true;
    }

    private void listTools(Exchange exchange) {
        var page = toolList.page(exchange.caller(), exchange.params(), exchange.envelope());
        exchange.reply().result(exchange.request().id(), page);
    }
}
