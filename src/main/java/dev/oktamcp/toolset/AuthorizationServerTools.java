package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Page;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// What gives tokens for the org's own APIs.
@ToolsOf(Toolset.AUTHORIZATION_SERVERS)
final class AuthorizationServerTools {

    private final OktaClient okta;

    AuthorizationServerTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "list_authorization_servers",
            title = "List authorization servers",
            uses = "listAuthorizationServers",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the org's custom authorization servers with id, name, audiences,"
                        + " issuer and status, a page at a time. Does not return scopes, claims or"
                        + " access policies; operations of their own do.")
    Page listAuthorizationServers(
            @McpToolParam(description = "A part of a name or an audience, for example payments")
                    @Nullable String q,
            PageRequest page) {
        return okta.page("listAuthorizationServers", Arguments.of("q", q), page);
    }

    @ReadTool(
            name = "get_authorization_server",
            title = "Get authorization server",
            uses = "getAuthorizationServer",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns one custom authorization server: audiences, issuer, status, and when"
                            + " its signing keys rotate.")
    ObjectNode getAuthorizationServer(
            @McpToolParam(
                            description =
                                    "Authorization server id, for example aus1rtxVjwqdtCnYk0g4, or"
                                            + " default")
                    String authServerId) {
        return okta.call("getAuthorizationServer", Map.of("authServerId", authServerId));
    }
}
