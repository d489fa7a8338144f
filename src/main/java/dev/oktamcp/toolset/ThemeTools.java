package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Page;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.ChangeTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// Colors, and where they are used. Its images are for `ThemeImageTools`.
@ToolsOf(Toolset.BRANDING)
final class ThemeTools {

    static final String THEME =
            "Theme id, as list_brand_themes returns it, for example thdul904tTZ6kWVhP0g3";

    private static final String CONTRAST = "Color of text on it, for example #000000";

    private final OktaClient okta;

    ThemeTools(OktaClient okta) {
        this.okta = okta;
    }

    enum BackgroundVariant {
        BACKGROUND_IMAGE,
        BACKGROUND_SECONDARY_COLOR,
        OKTA_DEFAULT
    }

    enum DashboardVariant {
        FULL_THEME,
        LOGO_ON_FULL_WHITE_BACKGROUND,
        OKTA_DEFAULT,
        WHITE_LOGO_BACKGROUND
    }

    enum EmailVariant {
        FULL_THEME,
        OKTA_DEFAULT
    }

    enum LoadingVariant {
        NONE,
        OKTA_DEFAULT
    }

    @ReadTool(
            name = "list_brand_themes",
            title = "List a brand's themes",
            uses = "listBrandThemes",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the themes of a brand, at present one, with id, colors, variants and"
                            + " the addresses of logo, favicon and background image.")
    Page listBrandThemes(
            @McpToolParam(description = BrandTools.BRAND) String brandId, PageRequest page) {
        return okta.page("listBrandThemes", Map.of("brandId", brandId), page);
    }

    @ReadTool(
            name = "get_brand_theme",
            title = "Get a brand's theme",
            uses = "getBrandTheme",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns one theme: colors, which pages use it and how, and the addresses of"
                            + " its images. Does not return the images themselves.")
    ObjectNode getBrandTheme(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = THEME) String themeId) {
        return okta.call("getBrandTheme", Map.of("brandId", brandId, "themeId", themeId));
    }

    @ChangeTool(
            name = "replace_brand_theme",
            title = "Change a brand's theme",
            uses = {"getBrandTheme", "replaceBrandTheme"},
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a theme with the given colors and variants changed; all else stays:"
                        + " the theme is read first, since Okta replaces the whole. Does not change"
                        + " images; upload_brand_theme_logo and its like do.")
    ObjectNode replaceBrandTheme(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = THEME) String themeId,
            @McpToolParam(description = "Main color, for example #1662dd")
                    @Nullable String primaryColorHex,
            @McpToolParam(description = CONTRAST) @Nullable String primaryColorContrastHex,
            @McpToolParam(description = "Second color, for example #ebebed")
                    @Nullable String secondaryColorHex,
            @McpToolParam(description = CONTRAST) @Nullable String secondaryColorContrastHex,
            @McpToolParam(description = "What is behind the sign-in page")
                    @Nullable BackgroundVariant signInPageTouchPointVariant,
            @McpToolParam(description = "How the dashboard looks")
                    @Nullable DashboardVariant endUserDashboardTouchPointVariant,
            @McpToolParam(description = "What is behind the error page")
                    @Nullable BackgroundVariant errorPageTouchPointVariant,
            @McpToolParam(description = "How emails look")
                    @Nullable EmailVariant emailTemplateTouchPointVariant,
            @McpToolParam(description = "What is shown while pages load")
                    @Nullable LoadingVariant loadingPageTouchPointVariant) {
        var now = okta.call("getBrandTheme", Map.of("brandId", brandId, "themeId", themeId));
        var theme =
                Whole.of(now, "id", "logo", "favicon", "backgroundImage")
                        .with("/primaryColorHex", primaryColorHex)
                        .with("/primaryColorContrastHex", primaryColorContrastHex)
                        .with("/secondaryColorHex", secondaryColorHex)
                        .with("/secondaryColorContrastHex", secondaryColorContrastHex)
                        .with("/signInPageTouchPointVariant", signInPageTouchPointVariant)
                        .with(
                                "/endUserDashboardTouchPointVariant",
                                endUserDashboardTouchPointVariant)
                        .with("/errorPageTouchPointVariant", errorPageTouchPointVariant)
                        .with("/emailTemplateTouchPointVariant", emailTemplateTouchPointVariant)
                        .with("/loadingPageTouchPointVariant", loadingPageTouchPointVariant);
        return okta.call(
                "replaceBrandTheme",
                Map.of("brandId", brandId, "themeId", themeId, "body", theme.body()));
    }
}
