package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.ChangeTool;
import dev.oktamcp.tool.DestroyTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.TextLength;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/// Changes to the page where people sign in.
@ToolsOf(Toolset.PAGES)
final class SignInPageEditTools {

    private static final String VERSION =
            "A version of list_sign_in_widget_versions, or a range of them, for example ^7";

    private static final String LABELS =
            "Labels and links of the widget to set; null takes one out, others stay. Example:"
                    + " {\"signInLabel\": \"Welcome\", \"helpUrl\": \"https://help.example.com\"}";

    private final OktaClient okta;

    SignInPageEditTools(OktaClient okta) {
        this.okta = okta;
    }

    @ChangeTool(
            name = "replace_customized_sign_in_page",
            title = "Change a brand's sign-in page",
            uses = {"getSignInPage", "getCustomizedSignInPage", "replaceCustomizedSignInPage"},
            optional = "getBrand",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the live sign-in page of a brand with what is given changed; all else"
                        + " stays: the page is read first, since Okta replaces the whole. The"
                        + " change is live at once; replace_preview_sign_in_page tries it out. The"
                        + " default brand takes no HTML. A human is asked first.")
    ObjectNode replaceCustomizedSignInPage(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = PageSettings.CONTENT)
                    @TextLength(most = PageSettings.LONGEST_PAGE)
                    @Nullable String pageContent,
            @McpToolParam(description = PageSettings.MODE) PageSettings.@Nullable CspMode cspMode,
            @McpToolParam(description = PageSettings.REPORT_URI) @TextLength(least = 0)
                    @Nullable String cspReportUri,
            @McpToolParam(description = PageSettings.SOURCES) @Nullable List<String> cspSrcList,
            @McpToolParam(description = VERSION) @Nullable String widgetVersion,
            @McpToolParam(description = LABELS)
                    @Nullable Map<String, Object> widgetCustomizations) {
        return BrandPage.CUSTOMIZED_SIGN_IN.change(
                okta,
                brandId,
                pageContent != null,
                page ->
                        PageSettings.set(page, pageContent, cspMode, cspReportUri, cspSrcList)
                                .with("/widgetVersion", widgetVersion)
                                .with("/widgetCustomizations", widgetCustomizations));
    }

    @ChangeTool(
            name = "replace_preview_sign_in_page",
            title = "Change the preview of a brand's sign-in page",
            uses = {"getSignInPage", "getPreviewSignInPage", "replacePreviewSignInPage"},
            optional = "getBrand",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the preview of the sign-in page of a brand with what is given changed;"
                        + " all else stays: the page is read first, since Okta replaces the whole."
                        + " Nobody but administrators sees it; replace_customized_sign_in_page"
                        + " makes it live. The default brand takes no HTML. A human is asked"
                        + " first.")
    ObjectNode replacePreviewSignInPage(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = PageSettings.CONTENT)
                    @TextLength(most = PageSettings.LONGEST_PAGE)
                    @Nullable String pageContent,
            @McpToolParam(description = PageSettings.MODE) PageSettings.@Nullable CspMode cspMode,
            @McpToolParam(description = PageSettings.REPORT_URI) @TextLength(least = 0)
                    @Nullable String cspReportUri,
            @McpToolParam(description = PageSettings.SOURCES) @Nullable List<String> cspSrcList,
            @McpToolParam(description = VERSION) @Nullable String widgetVersion,
            @McpToolParam(description = LABELS)
                    @Nullable Map<String, Object> widgetCustomizations) {
        return BrandPage.PREVIEW_SIGN_IN.change(
                okta,
                brandId,
                pageContent != null,
                page ->
                        PageSettings.set(page, pageContent, cspMode, cspReportUri, cspSrcList)
                                .with("/widgetVersion", widgetVersion)
                                .with("/widgetCustomizations", widgetCustomizations));
    }

    @DestroyTool(
            name = "delete_customized_sign_in_page",
            title = "Delete a brand's sign-in page",
            uses = "deleteCustomizedSignInPage",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that the live sign-in page of a brand is gone and"
                        + " Okta's own is shown at once. Okta keeps no copy;"
                        + " get_customized_sign_in_page shows it before. A human is asked first.")
    Done deleteCustomizedSignInPage(@McpToolParam(description = BrandTools.BRAND) String brandId) {
        return BrandPage.CUSTOMIZED_SIGN_IN.delete(
                okta, brandId, "Brand %s shows Okta's own sign-in page again.");
    }

    @DestroyTool(
            name = "delete_preview_sign_in_page",
            title = "Delete the preview of a brand's sign-in page",
            uses = "deletePreviewSignInPage",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that the preview of a brand's sign-in page is gone,"
                            + " which Okta keeps no copy of; the live page stays. A human is asked"
                            + " first.")
    Done deletePreviewSignInPage(@McpToolParam(description = BrandTools.BRAND) String brandId) {
        return BrandPage.PREVIEW_SIGN_IN.delete(
                okta, brandId, "The preview of brand %s's sign-in page is gone.");
    }
}
