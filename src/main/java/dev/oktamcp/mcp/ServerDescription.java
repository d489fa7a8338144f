package dev.oktamcp.mcp;

import dev.oktamcp.tool.Caller;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What the server says of itself.
@Component
final class ServerDescription {

    private final Prompts prompts;
    private final Resources resources;
    private final Instructions instructions;
    private final String version;

    ServerDescription(
            Prompts prompts,
            Resources resources,
            Instructions instructions,
            @Value("${okta-mcp.version}") String version) {
        this.prompts = prompts;
        this.resources = resources;
        this.instructions = instructions;
        this.version = version;
    }

    String instructions(Caller caller) {
        return instructions.of(caller);
    }

    ObjectNode info() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", "okta-mcp-server")
                .put("title", "Okta")
                .put("version", version);
    }

    /// What can be asked for, in every era.
    ObjectNode capabilities() {
        var capabilities = JsonNodeFactory.instance.objectNode();
        capabilities.putObject("tools").put("listChanged", true);
        capabilities.putObject("logging");
        if (!prompts.isEmpty()) {
            capabilities.putObject("prompts").put("listChanged", true);
        }
        if (!resources.isEmpty()) {
            capabilities.putObject("resources").put("subscribe", true).put("listChanged", true);
        }
        if (!prompts.isEmpty() || !resources.isEmpty()) {
            capabilities.putObject("completions");
        }
        return capabilities;
    }
}
