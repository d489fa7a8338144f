package dev.oktamcp.mcp;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What the server says of itself.
@Component
final class ServerDescription {

    private static final String INSTRUCTIONS =
            "Works with one Okta org: users, groups and the System Log. Lists come in pages: go on"
                    + " with next_cursor while has_more is true. Look an id up before changing"
                    + " anything. get_server_info tells what this URL may do.";

    private final Prompts prompts;
    private final Resources resources;
    private final String version;

    ServerDescription(
            Prompts prompts, Resources resources, @Value("${okta-mcp.version}") String version) {
        this.prompts = prompts;
        this.resources = resources;
        this.version = version;
    }

    String instructions() {
        return INSTRUCTIONS;
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
            capabilities.putObject("prompts");
        }
        if (!resources.isEmpty()) {
            capabilities.putObject("resources").put("subscribe", true);
        }
        if (!prompts.isEmpty() || !resources.isEmpty()) {
            capabilities.putObject("completions");
        }
        return capabilities;
    }
}
