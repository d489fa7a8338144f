package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.DestroyTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.PreviewOf;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.springframework.ai.mcp.annotation.McpToolParam;

import java.util.Map;

/// The end of what an org has written itself into the emails that Okta sends.
@ToolsOf(Toolset.MESSAGES)
final class EmailCustomizationDeletionTools {

    private final OktaClient okta;

    EmailCustomizationDeletionTools(OktaClient okta) {
        this.okta = okta;
    }

    @DestroyTool(
            name = "delete_email_customization",
            title = "Delete what is written for an email",
            uses = {"getEmailCustomization", "deleteEmailCustomization"},
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that one customization is gone and people of its"
                        + " language get the default one. Okta keeps no copy. A human is asked"
                        + " first. The default itself is not deleted: mark another one first, or"
                        + " use delete_all_email_customizations.")
    Done deleteEmailCustomization(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = EmailTemplateTools.TEMPLATE) String templateName,
            @McpToolParam(description = EmailCustomizationTools.CUSTOMIZATION)
                    String customizationId) {
        var arguments = EmailCustomizationTools.one(brandId, templateName, customizationId);
        var now = okta.call("getEmailCustomization", arguments);
        if (EmailCustomizationTools.isDefault(now)) {
            throw Refusal.nothingChanged(
                    "customization %s is the default of %s. Make another one the default by replace_email_customization with is_default true first, or take all away by delete_all_email_customizations."
                            .formatted(customizationId, templateName));
        }
        okta.call("deleteEmailCustomization", arguments);
        return new Done(
                "Customization %s of %s is deleted.".formatted(customizationId, templateName));
    }

    @DestroyTool(
            name = "delete_all_email_customizations",
            title = "Delete all that is written for an email",
            uses = "deleteAllCustomizations",
            optional = "listEmailCustomizations",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that all customizations of an email are gone, in every"
                        + " language, the default too: people get Okta's own words. Okta keeps no"
                        + " copy. A human is asked first. For a single one, use"
                        + " delete_email_customization.")
    Done deleteAllEmailCustomizations(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = EmailTemplateTools.TEMPLATE) String templateName) {
        okta.call(
                "deleteAllCustomizations",
                Map.of("brandId", brandId, "templateName", templateName));
        return new Done("%s has Okta's own words again.".formatted(templateName));
    }

    @PreviewOf("delete_all_email_customizations")
    Preview ofDeleteAll(Preview found, String brandId, String templateName) {
        return new Reach(okta)
                .named(
                        found,
                        "Customizations that are removed: %s.",
                        "listEmailCustomizations",
                        Map.of("brandId", brandId, "templateName", templateName),
                        each -> LogEvent.text(each, "/language"));
    }
}
