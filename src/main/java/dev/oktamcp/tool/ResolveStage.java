package dev.oktamcp.tool;

import org.springframework.stereotype.Component;

/// Finds the tool; hidden and unknown names get the same answer, and only the audit knows which.
/// What is called through another tool is from here on the tool that it is.
@Component
final class ResolveStage implements ToolInterceptor {

    private final ToolCatalog catalog;

    ResolveStage(ToolCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Stage stage() {
        return Stage.RESOLVE;
    }

    @Override
    public ToolResult intercept(ToolCall call, ToolHandler next) {
        var tool = catalog.find(call.request().name());
        if (tool.isEmpty()) {
            return unknown(call, "no such tool");
        }
        var hidden = call.caller().filter().hides(tool.get().definition());
        if (hidden.isPresent()) {
            return unknown(call, "hidden by " + hidden.get());
        }
        resolve(call, tool.get());
        return next.handle(call);
    }

    private void resolve(ToolCall call, Tool tool) {
        if (tool.definition().leadsOn()) {
            var through = OperationCall.of(tool.definition(), call);
            call.resolve(through.target(catalog), through.arguments());
        } else {
            call.resolve(tool, call.request().arguments());
        }
    }

    private static ToolResult unknown(ToolCall call, String reason) {
        return new ToolResult.Failure(
                FailureCode.UNKNOWN_TOOL, "Unknown tool: " + call.request().name(), null, reason);
    }
}
