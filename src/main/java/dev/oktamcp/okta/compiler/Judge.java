package dev.oktamcp.okta.compiler;

import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.Method;

import java.util.List;

/// Decides what no document says.
interface Judge {

    Judgement of(Compiled operation, Methods methods);

    /// The name of the tool that is made of an operation.
    default String tool(Compiled operation) {
        return ToolNames.of(operation.id());
    }

    /// @param tags our toolset first, then Okta's own
    record Judgement(Effect effect, boolean sensitive, Method method, List<String> tags) {}
}
