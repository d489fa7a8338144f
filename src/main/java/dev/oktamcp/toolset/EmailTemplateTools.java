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

import java.util.List;
import java.util.Map;

/// The emails that Okta sends: which there are, their own words, and who gets them. What an org has
/// written itself is for `EmailCustomizationTools`.
@ToolsOf(Toolset.MESSAGES)
final class EmailTemplateTools {

    static final String TEMPLATE =
            "Template name, as list_email_templates returns it, for example UserActivation";

    private static final String EXPAND =
            "What to embed: settings, customizationCount or both, for example [\"settings\"]";

    enum Recipients {
        ALL_USERS,
        ADMINS_ONLY,
        NO_USERS
    }

    private final OktaClient okta;

    EmailTemplateTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "list_email_templates",
            title = "List email templates",
            uses = "listEmailTemplates",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the names of the emails that Okta can send for a brand, a page at a"
                        + " time; with expand, who gets each and how many customizations it has."
                        + " Does not return their words.")
    Page listEmailTemplates(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = EXPAND) @Nullable List<String> expand,
            PageRequest page) {
        return okta.page(
                "listEmailTemplates", Arguments.of("brandId", brandId, "expand", expand), page);
    }

    @ReadTool(
            name = "get_email_template",
            title = "Get email template",
            uses = "getEmailTemplate",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns one email template of a brand: with expand, who gets it and how many"
                        + " customizations it has. Its words are in list_email_customizations and"
                        + " get_email_default_content.")
    ObjectNode getEmailTemplate(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = EmailTemplateTools.TEMPLATE) String templateName,
            @McpToolParam(description = EXPAND) @Nullable List<String> expand) {
        return okta.call(
                "getEmailTemplate",
                Arguments.of("brandId", brandId, "templateName", templateName, "expand", expand));
    }

    @ReadTool(
            name = "get_email_default_content",
            title = "Get Okta's words of an email",
            uses = "getEmailDefaultContent",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns Okta's own subject and HTML body of an email in one language, with its"
                        + " variables, to begin a customization with. Does not return what the org"
                        + " has written; get_email_customization does.")
    ObjectNode getEmailDefaultContent(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = EmailTemplateTools.TEMPLATE) String templateName,
            @McpToolParam(
                            description =
                                    "Language tag (BCP 47), for example fr; Okta's choice unless"
                                            + " given")
                    @Nullable String language) {
        return okta.call(
                "getEmailDefaultContent",
                Arguments.of(
                        "brandId", brandId, "templateName", templateName, "language", language));
    }

    @ReadTool(
            name = "get_email_default_content_preview",
            title = "Preview Okta's words of an email",
            uses = "getEmailDefaultPreview",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns Okta's own subject and HTML body of an email as it would read for the"
                            + " user whose API token is in use, variables filled in. Sends nothing;"
                            + " send_test_email does.")
    ObjectNode getEmailDefaultContentPreview(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = EmailTemplateTools.TEMPLATE) String templateName,
            @McpToolParam(
                            description =
                                    "Language tag (BCP 47), for example fr; Okta's choice unless"
                                            + " given")
                    @Nullable String language) {
        return okta.call(
                "getEmailDefaultPreview",
                Arguments.of(
                        "brandId", brandId, "templateName", templateName, "language", language));
    }

    @ReadTool(
            name = "get_email_settings",
            title = "Get who gets an email",
            uses = "getEmailSettings",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns who gets an email of a brand: ALL_USERS, ADMINS_ONLY or NO_USERS. Does"
                            + " not return its words.")
    ObjectNode getEmailSettings(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = EmailTemplateTools.TEMPLATE) String templateName) {
        return okta.call(
                "getEmailSettings", Map.of("brandId", brandId, "templateName", templateName));
    }

    @ChangeTool(
            name = "replace_email_settings",
            title = "Change who gets an email",
            uses = "replaceEmailSettings",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns who gets an email of a brand from now on. NO_USERS stops it for"
                        + " everybody, such as the link to activate an account. Not every template"
                        + " takes every value; Okta says so.")
    ObjectNode replaceEmailSettings(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = EmailTemplateTools.TEMPLATE) String templateName,
            @McpToolParam(description = "Who gets it from now on, for example ALL_USERS")
                    Recipients recipients) {
        return okta.call(
                "replaceEmailSettings",
                Map.of(
                        "brandId",
                        brandId,
                        "templateName",
                        templateName,
                        "body",
                        Map.of("recipients", recipients)));
    }

    @ChangeTool(
            name = "send_test_email",
            title = "Send a test email",
            uses = "sendTestEmail",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that Okta sends one email to the user whose API token"
                        + " is in use, at the primary and the secondary address. The org's own"
                        + " words are in it only where the brand has an email domain. Nobody else"
                        + " gets it.")
    Done sendTestEmail(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = EmailTemplateTools.TEMPLATE) String templateName,
            @McpToolParam(
                            description =
                                    "Language tag (BCP 47), for example fr; Okta's choice unless"
                                            + " given")
                    @Nullable String language) {
        okta.call(
                "sendTestEmail",
                Arguments.of(
                        "brandId", brandId, "templateName", templateName, "language", language));
        return new Done("Okta sends a test of %s.".formatted(templateName));
    }
}
