package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Page;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.DestroyTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.PreviewOf;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.springframework.ai.mcp.annotation.McpToolParam;

import java.util.Map;

/// Okta's own API tokens: what is known of them, never they themselves.
@ToolsOf(Toolset.API_ACCESS)
final class ApiTokenTools {

    private final OktaClient okta;

    ApiTokenTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "list_api_tokens",
            title = "List API tokens",
            uses = "listApiTokens",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns Okta's API tokens with id, name, the administrator whose rights they"
                            + " have (userId), networks and expiry. Does not return the tokens"
                            + " themselves.")
    Page listApiTokens(PageRequest page) {
        return okta.page("listApiTokens", Map.of(), page);
    }

    @DestroyTool(
            name = "revoke_api_token",
            title = "Revoke API token",
            uses = "revokeApiToken",
            optional = "getUser",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that an API token is revoked: whatever uses it fails"
                            + " from now on, this server too if it is its own. A human is asked"
                            + " first.")
    Done revokeApiToken(
            @McpToolParam(
                            description =
                                    "Id of the token, as list_api_tokens returns it, for example"
                                            + " 00Tabcdefg1234567890; not the token itself")
                    String apiTokenId) {
        okta.call("revokeApiToken", Map.of("apiTokenId", apiTokenId));
        return new Done("API token %s is revoked.".formatted(apiTokenId));
    }

    @PreviewOf("revoke_api_token")
    Preview ofRevocation(Preview found) {
        var lasting = found.undo("Can't be undone: whatever uses it needs a new token.");
        var now = found.now();
        var owner = now == null ? "" : now.path("userId").asString("");
        if (owner.isEmpty()) {
            return lasting;
        }
        return new Reach(okta)
                .with(
                        lasting,
                        "getUser",
                        Map.of("id", owner),
                        (told, user) ->
                                told.reach("It has the rights of %s.".formatted(okta.named(user))));
    }
}
