package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Page;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.ChangeTool;
import dev.oktamcp.tool.DestroyTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.PreviewOf;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.TextLength;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/// Brands: under which name, with which domains and in which look people meet the org.
@ToolsOf(Toolset.BRANDING)
final class BrandTools {

    static final String BRAND = "Brand id, for example bnd114iNkrcN6aR680g4";

    private static final String EXPAND =
            "What to embed: any of themes, domains and emailDomain, for example [\"domains\"]";

    private final OktaClient okta;

    BrandTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "list_brands",
            title = "List brands",
            uses = "listBrands",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the org's brands with id, name, locale, email domain and which is the"
                            + " default, a page at a time. Colors are in list_brand_themes.")
    Page listBrands(
            @McpToolParam(description = "Text in a brand's name, for example Acme")
                    @Nullable String q,
            @McpToolParam(description = EXPAND) @Nullable List<String> expand,
            PageRequest page) {
        return okta.page("listBrands", Arguments.of("q", q, "expand", expand), page);
    }

    @ReadTool(
            name = "get_brand",
            title = "Get brand",
            uses = "getBrand",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns one brand: name, locale, privacy policy, default app, email domain and"
                            + " whether it is the default. Does not return colors or pages.")
    ObjectNode getBrand(
            @McpToolParam(description = BRAND) String brandId,
            @McpToolParam(description = EXPAND) @Nullable List<String> expand) {
        return okta.call("getBrand", Arguments.of("brandId", brandId, "expand", expand));
    }

    @ReadTool(
            name = "list_brand_domains",
            title = "List a brand's domains",
            uses = "listBrandDomains",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the custom domains of one brand, those not yet verified among them,"
                            + " with id, name and status. Does not return email domains;"
                            + " list_email_domains does.")
    Page listBrandDomains(@McpToolParam(description = BRAND) String brandId, PageRequest page) {
        return okta.page("listBrandDomains", Map.of("brandId", brandId), page);
    }

    @ChangeTool(
            name = "create_brand",
            title = "Create brand",
            uses = "createBrand",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the new brand, which looks like Okta's own and has no domain yet. Its"
                            + " name must be new in the org. replace_brand sets the rest,"
                            + " replace_custom_domain gives it a domain.")
    ObjectNode createBrand(@McpToolParam(description = "For example Acme Partners") String name) {
        return okta.call("createBrand", Map.of("body", Map.of("name", name)));
    }

    @ChangeTool(
            name = "replace_brand",
            title = "Change brand",
            uses = {"getBrand", "replaceBrand"},
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a brand with what is given changed; all else stays: the brand is read"
                        + " first, since Okta replaces the whole. An empty text takes a value out."
                        + " Colors are changed by replace_brand_theme.")
    ObjectNode replaceBrand(
            @McpToolParam(description = BRAND) String brandId,
            @McpToolParam(description = "New name, for example Acme") @Nullable String name,
            @McpToolParam(description = "Language tag (BCP 47), for example en")
                    @Nullable String locale,
            @McpToolParam(
                            description =
                                    "Whether \"Powered by Okta\" is left out of sign-in page and"
                                            + " dashboard, for example true")
                    @Nullable Boolean removePoweredByOkta,
            @McpToolParam(
                            description =
                                    "Address of the org's own privacy policy, for example"
                                            + " https://example.com/privacy; needs"
                                            + " agree_to_custom_privacy_policy")
                    @TextLength(least = 0)
                    @Nullable String customPrivacyPolicyUrl,
            @McpToolParam(
                            description =
                                    "true where a human consents to a privacy policy of the org's"
                                            + " own in place of Okta's")
                    @Nullable Boolean agreeToCustomPrivacyPolicy,
            @McpToolParam(
                            description =
                                    "Email domain to send from, for example OeD114iNkrcN6aR680g4")
                    @TextLength(least = 0)
                    @Nullable String emailDomainId,
            @McpToolParam(
                            description =
                                    "App to open after sign-in, as a whole; {} for none. Example:"
                                            + " {\"appInstanceId\": \"0oa1emaKYZTWRYYRRTSK\"}")
                    @Nullable Map<String, Object> defaultApp) {
        checkConsent(customPrivacyPolicyUrl, agreeToCustomPrivacyPolicy);
        var now = okta.call("getBrand", Map.of("brandId", brandId));
        var brand = Whole.of(now, "id", "isDefault");
        if (defaultApp != null) {
            brand.without("defaultApp").with("/defaultApp", defaultApp);
        }
        brand.with("/name", name)
                .with("/locale", locale)
                .with("/removePoweredByOkta", removePoweredByOkta)
                .with("/customPrivacyPolicyUrl", customPrivacyPolicyUrl)
                .with("/agreeToCustomPrivacyPolicy", agreeToCustomPrivacyPolicy)
                .with("/emailDomainId", emailDomainId);
        return okta.call("replaceBrand", Map.of("brandId", brandId, "body", brand.body()));
    }

    private static void checkConsent(@Nullable String url, @Nullable Boolean agreed) {
        if (url != null && !url.isEmpty() && !Boolean.TRUE.equals(agreed)) {
            throw Refusal.nothingChanged(
                    "custom_privacy_policy_url needs agree_to_custom_privacy_policy true, to which"
                            + " a human has to consent.");
        }
    }

    /// Okta's refusals (E0000200, E0000201) do not name what is in the way; the brand does.
    @DestroyTool(
            name = "delete_brand",
            title = "Delete brand",
            uses = {"getBrand", "deleteBrand"},
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that a brand is gone, with its theme, pages and emails."
                        + " A human is asked first. The default brand stays, and one with a custom"
                        + " domain or an email domain: move these or delete them before.")
    Done deleteBrand(@McpToolParam(description = BRAND) String brandId) {
        var brand = okta.call("getBrand", Map.of("brandId", brandId, "expand", List.of("domains")));
        BrandInUse.check(brand);
        okta.call("deleteBrand", Map.of("brandId", brandId));
        return new Done("Brand %s is deleted.".formatted(brandId));
    }

    @PreviewOf("delete_brand")
    Preview ofDelete(Preview found) {
        return found.reach(
                "Its theme, its own pages and all that is written for its emails go with it.");
    }
}
