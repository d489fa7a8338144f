package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Page;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// What an org lets people prove with that it is them; what each has set up is for `FactorTools`.
@ToolsOf(Toolset.AUTHENTICATORS)
final class AuthenticatorTools {

    private final OktaClient okta;

    AuthenticatorTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "list_authenticators",
            title = "List authenticators",
            uses = "listAuthenticators",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the authenticators of the org, such as password, Okta Verify or"
                            + " passkeys, with id, key, status and settings. Does not return who"
                            + " has set them up, list_user_factors does, nor who may, policies of"
                            + " type MFA_ENROLL do.")
    Page listAuthenticators(PageRequest page) {
        return okta.page("listAuthenticators", Map.of(), page);
    }

    @ReadTool(
            name = "get_authenticator",
            title = "Get authenticator",
            uses = "getAuthenticator",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns one authenticator of the org: key, type, status, settings and"
                            + " provider. Does not return its methods, such as push and TOTP; the"
                            + " operation listAuthenticatorMethods does.")
    ObjectNode getAuthenticator(
            @McpToolParam(description = "Authenticator id, for example aut1nbsPHh7jNjjyP0g4")
                    String authenticatorId) {
        return okta.call("getAuthenticator", Map.of("authenticatorId", authenticatorId));
    }
}
