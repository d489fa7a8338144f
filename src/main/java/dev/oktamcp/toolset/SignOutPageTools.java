package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.ChangeTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// Where people arrive who sign out.
@ToolsOf(Toolset.PAGES)
final class SignOutPageTools {

    enum Kind {
        EXTERNALLY_HOSTED,
        OKTA_DEFAULT
    }

    private final OktaClient okta;

    SignOutPageTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "get_sign_out_page_settings",
            title = "Get where people arrive who sign out",
            uses = "getSignOutPageSettings",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns where people of a brand arrive who sign out: at Okta's sign-in page"
                            + " (OKTA_DEFAULT) or at an address of the org's (EXTERNALLY_HOSTED).")
    ObjectNode getSignOutPageSettings(
            @McpToolParam(description = BrandTools.BRAND) String brandId) {
        return okta.call("getSignOutPageSettings", Map.of("brandId", brandId));
    }

    @ChangeTool(
            name = "replace_sign_out_page_settings",
            title = "Change where people arrive who sign out",
            uses = "replaceSignOutPageSettings",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns where people of a brand arrive from now on who sign out. With"
                            + " OKTA_DEFAULT an address that was there before is gone;"
                            + " get_sign_out_page_settings shows it. A human is asked first.")
    ObjectNode replaceSignOutPageSettings(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(
                            description =
                                    "OKTA_DEFAULT for Okta's sign-in page, EXTERNALLY_HOSTED for"
                                            + " url")
                    Kind type,
            @McpToolParam(
                            description =
                                    "With EXTERNALLY_HOSTED, for example https://example.com/bye")
                    @Nullable String url) {
        if (type == Kind.EXTERNALLY_HOSTED && url == null) {
            throw Refusal.nothingChanged("EXTERNALLY_HOSTED needs a url, where people arrive.");
        }
        return okta.call(
                "replaceSignOutPageSettings",
                Map.of("brandId", brandId, "body", Arguments.of("type", type, "url", url)));
    }
}
