package dev.oktamcp.tool;

import org.springframework.stereotype.Component;

/// Finds the tool; hidden and unknown names get the same answer, and only the audit knows which. A
/// name of another server's leads to ours, among those that the caller has. What is called through
/// another tool is from here on the tool that it is.
@Component
final class ResolveStage implements ToolInterceptor {

    private final ToolCatalog catalog;
    private final PeerNames peers;

    ResolveStage(ToolCatalog catalog, PeerNames peers) {
        this.catalog = catalog;
        this.peers = peers;
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

    private ToolResult unknown(ToolCall call, String reason) {
        var name = call.request().name();
        return new ToolResult.Failure(
                FailureCode.UNKNOWN_TOOL,
                "Unknown tool: " + name + calledHere(name, call.caller().filter()),
                null,
                reason);
    }

    private String calledHere(String name, ToolFilter filter) {
        var ours = peers.ours(name).stream().filter(one -> isThere(one, filter)).toList();
        return ours.isEmpty() ? "" : ". Here it is called " + String.join(" or ", ours);
    }

    private boolean isThere(String name, ToolFilter filter) {
        return catalog.find(name)
                .filter(tool -> filter.hides(tool.definition()).isEmpty())
                .isPresent();
    }
}
