package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.ChangeTool;
import dev.oktamcp.tool.DestroyTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.TextLength;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/// The page that people see where something went wrong while they signed in.
@ToolsOf(Toolset.PAGES)
final class ErrorPageTools {

    private final OktaClient okta;

    ErrorPageTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "get_error_page_resources",
            title = "Get a brand's error pages at a glance",
            uses = "getErrorPage",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns which versions of the error page a brand has, with the HTML of those"
                        + " that expand names: default is Okta's, customized is live, preview is"
                        + " not. Settings are in get_customized_error_page and"
                        + " get_preview_error_page.")
    ObjectNode getErrorPageResources(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(
                            description =
                                    "What to embed: any of default, customized, customizedUrl,"
                                        + " preview and previewUrl, for example [\"customized\"]")
                    @Nullable List<String> expand) {
        return okta.call("getErrorPage", Arguments.of("brandId", brandId, "expand", expand));
    }

    @ReadTool(
            name = "get_default_error_page",
            title = "Get Okta's error page",
            uses = "getDefaultErrorPage",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns Okta's own error page, HTML and settings: what people see where a"
                            + " brand has none of its own, and what to begin with for one.")
    ObjectNode getDefaultErrorPage(@McpToolParam(description = BrandTools.BRAND) String brandId) {
        return okta.call("getDefaultErrorPage", Map.of("brandId", brandId));
    }

    @ReadTool(
            name = "get_customized_error_page",
            title = "Get a brand's error page",
            uses = "getCustomizedErrorPage",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the live error page of a brand, HTML and settings; not found where it"
                            + " has none of its own and shows that of get_default_error_page.")
    ObjectNode getCustomizedErrorPage(
            @McpToolParam(description = BrandTools.BRAND) String brandId) {
        return BrandPage.CUSTOMIZED_ERROR.get(okta, brandId);
    }

    @ReadTool(
            name = "get_preview_error_page",
            title = "Get the preview of a brand's error page",
            uses = "getPreviewErrorPage",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the error page of a brand that is not yet live, HTML and settings, as"
                            + " administrators see it at /error/preview; not found where there is"
                            + " none.")
    ObjectNode getPreviewErrorPage(@McpToolParam(description = BrandTools.BRAND) String brandId) {
        return BrandPage.PREVIEW_ERROR.get(okta, brandId);
    }

    @ChangeTool(
            name = "replace_customized_error_page",
            title = "Change a brand's error page",
            uses = {"getErrorPage", "getCustomizedErrorPage", "replaceCustomizedErrorPage"},
            optional = "getBrand",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the live error page of a brand with what is given changed; all else"
                        + " stays: the page is read first, since Okta replaces the whole. The"
                        + " change is live at once; replace_preview_error_page tries it out. The"
                        + " default brand takes no HTML. A human is asked first.")
    ObjectNode replaceCustomizedErrorPage(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = PageSettings.CONTENT)
                    @TextLength(most = PageSettings.LONGEST_PAGE)
                    @Nullable String pageContent,
            @McpToolParam(description = PageSettings.MODE) PageSettings.@Nullable CspMode cspMode,
            @McpToolParam(description = PageSettings.REPORT_URI) @TextLength(least = 0)
                    @Nullable String cspReportUri,
            @McpToolParam(description = PageSettings.SOURCES) @Nullable List<String> cspSrcList) {
        return BrandPage.CUSTOMIZED_ERROR.change(
                okta,
                brandId,
                pageContent != null,
                page -> PageSettings.set(page, pageContent, cspMode, cspReportUri, cspSrcList));
    }

    @ChangeTool(
            name = "replace_preview_error_page",
            title = "Change the preview of a brand's error page",
            uses = {"getErrorPage", "getPreviewErrorPage", "replacePreviewErrorPage"},
            optional = "getBrand",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the preview of the error page of a brand with what is given changed;"
                        + " all else stays: the page is read first, since Okta replaces the whole."
                        + " Nobody but administrators sees it; replace_customized_error_page makes"
                        + " it live. The default brand takes no HTML. A human is asked first.")
    ObjectNode replacePreviewErrorPage(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = PageSettings.CONTENT)
                    @TextLength(most = PageSettings.LONGEST_PAGE)
                    @Nullable String pageContent,
            @McpToolParam(description = PageSettings.MODE) PageSettings.@Nullable CspMode cspMode,
            @McpToolParam(description = PageSettings.REPORT_URI) @TextLength(least = 0)
                    @Nullable String cspReportUri,
            @McpToolParam(description = PageSettings.SOURCES) @Nullable List<String> cspSrcList) {
        return BrandPage.PREVIEW_ERROR.change(
                okta,
                brandId,
                pageContent != null,
                page -> PageSettings.set(page, pageContent, cspMode, cspReportUri, cspSrcList));
    }

    @DestroyTool(
            name = "delete_customized_error_page",
            title = "Delete a brand's error page",
            uses = "deleteCustomizedErrorPage",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that the live error page of a brand is gone and Okta's"
                            + " own is shown at once. Okta keeps no copy; get_customized_error_page"
                            + " shows it before. A human is asked first.")
    Done deleteCustomizedErrorPage(@McpToolParam(description = BrandTools.BRAND) String brandId) {
        return BrandPage.CUSTOMIZED_ERROR.delete(
                okta, brandId, "Brand %s shows Okta's own error page again.");
    }

    @DestroyTool(
            name = "delete_preview_error_page",
            title = "Delete the preview of a brand's error page",
            uses = "deletePreviewErrorPage",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that the preview of a brand's error page is gone, which"
                        + " Okta keeps no copy of; the live page stays. A human is asked first.")
    Done deletePreviewErrorPage(@McpToolParam(description = BrandTools.BRAND) String brandId) {
        return BrandPage.PREVIEW_ERROR.delete(
                okta, brandId, "The preview of brand %s's error page is gone.");
    }
}
