package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Page;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// What an org has written itself into the emails that Okta sends: one customization per language,
/// one of them the default. What changes it is in `EmailCustomizationEditTools` and
/// `EmailCustomizationDeletionTools`.
@ToolsOf(Toolset.MESSAGES)
final class EmailCustomizationTools {

    static final String CUSTOMIZATION =
            "Customization id, as list_email_customizations returns it, for example"
                    + " oel11u6DqUiMbQkpl0g4";

    private final OktaClient okta;

    EmailCustomizationTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "list_email_customizations",
            title = "List what is written for an email",
            uses = "listEmailCustomizations",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the customizations of one email, a page at a time: id, language,"
                            + " subject and which is the default. The HTML is in"
                            + " get_email_customization.")
    Page listEmailCustomizations(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = EmailTemplateTools.TEMPLATE) String templateName,
            PageRequest page) {
        return okta.page(
                "listEmailCustomizations",
                Map.of("brandId", brandId, "templateName", templateName),
                page);
    }

    @ReadTool(
            name = "get_email_customization",
            title = "Get what is written for an email",
            uses = "getEmailCustomization",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns one customization of an email: language, subject and HTML body with"
                            + " its variables, and whether it is the default."
                            + " get_email_customization_preview fills the variables in.")
    ObjectNode getEmailCustomization(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = EmailTemplateTools.TEMPLATE) String templateName,
            @McpToolParam(description = CUSTOMIZATION) String customizationId) {
        return okta.call("getEmailCustomization", one(brandId, templateName, customizationId));
    }

    @ReadTool(
            name = "get_email_customization_preview",
            title = "Preview what is written for an email",
            uses = "getCustomizationPreview",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns subject and HTML body of a customization as it would read for the user"
                            + " whose API token is in use, variables filled in. Sends nothing;"
                            + " send_test_email does.")
    ObjectNode getEmailCustomizationPreview(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = EmailTemplateTools.TEMPLATE) String templateName,
            @McpToolParam(description = CUSTOMIZATION) String customizationId) {
        return okta.call("getCustomizationPreview", one(brandId, templateName, customizationId));
    }

    /// The arguments of what is about one customization.
    static Map<String, Object> one(String brandId, String templateName, String customizationId) {
        return Arguments.of(
                "brandId",
                brandId,
                "templateName",
                templateName,
                "customizationId",
                customizationId);
    }

    static boolean isDefault(ObjectNode customization) {
        return customization.path("isDefault").asBoolean(false);
    }
}
