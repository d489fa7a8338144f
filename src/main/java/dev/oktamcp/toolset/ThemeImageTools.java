package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.ChangeTool;
import dev.oktamcp.tool.DestroyTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.TextLength;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// The images of a theme. The sizes that Okta takes are in its documents; a text in Base64 is a
/// third longer.
@ToolsOf(Toolset.BRANDING)
final class ThemeImageTools {

    private final OktaClient okta;

    ThemeImageTools(OktaClient okta) {
        this.okta = okta;
    }

    private ObjectNode upload(String operationId, String brandId, String themeId, String file) {
        return okta.call(
                operationId,
                Map.of("brandId", brandId, "themeId", themeId, "body", Map.of("file", file)));
    }

    private Done delete(String operationId, String brandId, String themeId, String what) {
        okta.call(operationId, Map.of("brandId", brandId, "themeId", themeId));
        return new Done("Theme %s has %s again.".formatted(themeId, what));
    }

    @ChangeTool(
            name = "upload_brand_theme_logo",
            title = "Upload a theme's logo",
            uses = "uploadBrandThemeLogo",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the address of the new logo of a theme, which takes the place of the"
                            + " one before: that one is not kept.")
    ObjectNode uploadBrandThemeLogo(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = ThemeTools.THEME) String themeId,
            @McpToolParam(
                            description =
                                    "The file in Base64, for example iVBORw0KGgo=: PNG, JPG or GIF"
                                            + " below 100 kB; best wide and transparent, 300 by 50"
                                            + " pixels or more")
                    @TextLength(most = 140_000)
                    String file) {
        return upload("uploadBrandThemeLogo", brandId, themeId, file);
    }

    @DestroyTool(
            name = "delete_brand_theme_logo",
            title = "Delete a theme's logo",
            uses = "deleteBrandThemeLogo",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that a theme has lost its own logo and shows Okta's"
                            + " logo again. Okta keeps no copy. A human is asked first.")
    Done deleteBrandThemeLogo(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = ThemeTools.THEME) String themeId) {
        return delete("deleteBrandThemeLogo", brandId, themeId, "Okta's logo");
    }

    @ChangeTool(
            name = "upload_brand_theme_favicon",
            title = "Upload a theme's favicon",
            uses = "uploadBrandThemeFavicon",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the address of the new favicon of a theme, which takes the place of"
                            + " the one before: that one is not kept.")
    ObjectNode uploadBrandThemeFavicon(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = ThemeTools.THEME) String themeId,
            @McpToolParam(
                            description =
                                    "The file in Base64, for example iVBORw0KGgo=: PNG, JPG, GIF or"
                                            + " ICO; best 128 by 128 pixels")
                    @TextLength(most = 700_000)
                    String file) {
        return upload("uploadBrandThemeFavicon", brandId, themeId, file);
    }

    @DestroyTool(
            name = "delete_brand_theme_favicon",
            title = "Delete a theme's favicon",
            uses = "deleteBrandThemeFavicon",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that a theme has lost its own favicon and shows Okta's"
                            + " icon again. Okta keeps no copy. A human is asked first.")
    Done deleteBrandThemeFavicon(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = ThemeTools.THEME) String themeId) {
        return delete("deleteBrandThemeFavicon", brandId, themeId, "Okta's icon");
    }

    @ChangeTool(
            name = "upload_brand_theme_background_image",
            title = "Upload a theme's background image",
            uses = "uploadBrandThemeBackgroundImage",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the address of the new background image of a theme, which takes the"
                            + " place of the one before: that one is not kept.")
    ObjectNode uploadBrandThemeBackgroundImage(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = ThemeTools.THEME) String themeId,
            @McpToolParam(
                            description =
                                    "The file in Base64, for example iVBORw0KGgo=: PNG, JPG or GIF"
                                            + " below 2 MB")
                    @TextLength(most = 2_900_000)
                    String file) {
        return upload("uploadBrandThemeBackgroundImage", brandId, themeId, file);
    }

    @DestroyTool(
            name = "delete_brand_theme_background_image",
            title = "Delete a theme's background image",
            uses = "deleteBrandThemeBackgroundImage",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that a theme has lost its own background image and"
                        + " shows no picture again. Okta keeps no copy. A human is asked first.")
    Done deleteBrandThemeBackgroundImage(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = ThemeTools.THEME) String themeId) {
        return delete("deleteBrandThemeBackgroundImage", brandId, themeId, "no picture");
    }
}
