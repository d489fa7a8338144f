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

import java.util.List;
import java.util.Map;

/// The page where people sign in, as it is; what changes it is in `SignInPageEditTools`.
@ToolsOf(Toolset.PAGES)
final class SignInPageTools {

    private final OktaClient okta;

    SignInPageTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "get_sign_in_page_resources",
            title = "Get a brand's sign-in pages at a glance",
            uses = "getSignInPage",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns which versions of the sign-in page a brand has, with the HTML of those"
                        + " that expand names: default is Okta's, customized is live, preview is"
                        + " not. Settings are in get_customized_sign_in_page and"
                        + " get_preview_sign_in_page.")
    ObjectNode getSignInPageResources(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(
                            description =
                                    "What to embed: any of default, customized, customizedUrl,"
                                        + " preview and previewUrl, for example [\"customized\"]")
                    @Nullable List<String> expand) {
        return okta.call("getSignInPage", Arguments.of("brandId", brandId, "expand", expand));
    }

    @ReadTool(
            name = "get_default_sign_in_page",
            title = "Get Okta's sign-in page",
            uses = "getDefaultSignInPage",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns Okta's own sign-in page, HTML and settings: what people see where a"
                            + " brand has none of its own, and what to begin with for one.")
    ObjectNode getDefaultSignInPage(@McpToolParam(description = BrandTools.BRAND) String brandId) {
        return okta.call("getDefaultSignInPage", Map.of("brandId", brandId));
    }

    @ReadTool(
            name = "get_customized_sign_in_page",
            title = "Get a brand's sign-in page",
            uses = "getCustomizedSignInPage",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the live sign-in page of a brand, HTML and settings; not found where"
                            + " it has none of its own and shows that of get_default_sign_in_page.")
    ObjectNode getCustomizedSignInPage(
            @McpToolParam(description = BrandTools.BRAND) String brandId) {
        return BrandPage.CUSTOMIZED_SIGN_IN.get(okta, brandId);
    }

    @ReadTool(
            name = "get_preview_sign_in_page",
            title = "Get the preview of a brand's sign-in page",
            uses = "getPreviewSignInPage",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the sign-in page of a brand that is not yet live, HTML and settings,"
                        + " as administrators see it at /login/preview; not found where there is"
                        + " none.")
    ObjectNode getPreviewSignInPage(@McpToolParam(description = BrandTools.BRAND) String brandId) {
        return BrandPage.PREVIEW_SIGN_IN.get(okta, brandId);
    }

    @ReadTool(
            name = "list_sign_in_widget_versions",
            title = "List versions of the sign-in widget",
            uses = "listAllSignInWidgetVersions",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the versions of the Sign-In Widget that the org can use, for"
                            + " widget_version of a sign-in page. Does not tell which is in use;"
                            + " get_customized_sign_in_page does.")
    Page listSignInWidgetVersions(
            @McpToolParam(description = BrandTools.BRAND) String brandId, PageRequest page) {
        return okta.page("listAllSignInWidgetVersions", Map.of("brandId", brandId), page);
    }
}
