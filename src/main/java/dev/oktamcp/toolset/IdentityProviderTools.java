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

/// From where else people sign in.
@ToolsOf(Toolset.IDENTITY_PROVIDERS)
final class IdentityProviderTools {

    private final OktaClient okta;

    IdentityProviderTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "list_identity_providers",
            title = "List identity providers",
            uses = "listIdentityProviders",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the identity providers through which people sign in to Okta from"
                            + " elsewhere, with id, name, type, status, protocol and linking"
                            + " policy, a page at a time. Client secrets never show.")
    Page listIdentityProviders(
            @McpToolParam(description = "Beginning of a name, for example Partner")
                    @Nullable String q,
            @McpToolParam(
                            description =
                                    "Only those of this type, for example SAML2, OIDC, GOOGLE,"
                                            + " MICROSOFT or X509")
                    @Nullable String type,
            PageRequest page) {
        return okta.page("listIdentityProviders", Arguments.of("q", q, "type", type), page);
    }

    @ReadTool(
            name = "get_identity_provider",
            title = "Get identity provider",
            uses = "getIdentityProvider",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns one identity provider: type, status, protocol with its endpoints, and"
                            + " how its people become users here. Client secrets never show.")
    ObjectNode getIdentityProvider(
            @McpToolParam(description = "Identity provider id, for example 0oa62b57p7c8PaGpU0h7")
                    String idpId) {
        return okta.call("getIdentityProvider", Map.of("idpId", idpId));
    }
}
