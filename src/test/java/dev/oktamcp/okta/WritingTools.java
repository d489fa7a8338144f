package dev.oktamcp.okta;

import dev.oktamcp.tool.ChangeTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.springframework.boot.test.context.TestComponent;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// Changes whose answers have a body; the tools do not have such ones yet.
@TestComponent
@ToolsOf(Toolset.GROUPS)
class WritingTools {

    private static final Map<String, ?> GROUP = Map.of("profile", Map.of("name", "Written"));

    private final OktaClient okta;

    WritingTools(OktaClient okta) {
        this.okta = okta;
    }

    @ChangeTool(
            name = "test_create_group",
            title = "Create",
            uses = "addGroup",
            description = "Returns the group that it created.")
    ObjectNode create() {
        return okta.call("addGroup", Map.of("body", GROUP));
    }

    @ChangeTool(
            name = "test_replace_group",
            title = "Replace",
            uses = "replaceGroup",
            description = "Returns the group that it replaced.")
    ObjectNode replace() {
        return okta.call("replaceGroup", Map.of("groupId", "00g1", "body", GROUP));
    }
}
