package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.ChangeTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.TextLength;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// Changes to what an org has written itself into the emails that Okta sends.
@ToolsOf(Toolset.MESSAGES)
final class EmailCustomizationEditTools {

    private static final String LANGUAGE = "Language tag (BCP 47), for example fr";

    private static final String SUBJECT =
            "For example Welcome to ${org.name}!; variables are filled in";

    private static final String BODY =
            "The whole HTML, with the variables that the template needs, for example"
                    + " <html><body>Hello ${user.profile.firstName}, <a"
                    + " href=\"${activationLink}\">begin</a></body></html>";

    private static final int LONGEST_BODY = 500_000;

    private final OktaClient okta;

    EmailCustomizationEditTools(OktaClient okta) {
        this.okta = okta;
    }

    @ChangeTool(
            name = "create_email_customization",
            title = "Write an email anew in a language",
            uses = "createEmailCustomization",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the new customization of an email, in use at once for people of its"
                        + " language. The first of a template is its default. For a language that"
                        + " has one, use replace_email_customization. A human is asked first.")
    ObjectNode createEmailCustomization(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = EmailTemplateTools.TEMPLATE) String templateName,
            @McpToolParam(description = LANGUAGE) String language,
            @McpToolParam(description = SUBJECT) String subject,
            @McpToolParam(description = BODY) @TextLength(most = LONGEST_BODY) String body,
            @McpToolParam(
                            description =
                                    "Whether it is for all languages without one of their own, for"
                                            + " example false; refused where there is a default")
                    @Nullable Boolean isDefault) {
        var content =
                Arguments.of(
                        "language",
                        language,
                        "subject",
                        subject,
                        "body",
                        body,
                        "isDefault",
                        isDefault);
        return okta.call(
                "createEmailCustomization",
                Map.of("brandId", brandId, "templateName", templateName, "body", content));
    }

    @ChangeTool(
            name = "replace_email_customization",
            title = "Change what is written for an email",
            uses = {"getEmailCustomization", "replaceEmailCustomization"},
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a customization with what is given changed; all else stays: it is read"
                            + " first, since Okta replaces the whole. The one before is not kept."
                            + " is_default true takes the mark from the present default. A human is"
                            + " asked first.")
    ObjectNode replaceEmailCustomization(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = EmailTemplateTools.TEMPLATE) String templateName,
            @McpToolParam(description = EmailCustomizationTools.CUSTOMIZATION)
                    String customizationId,
            @McpToolParam(description = LANGUAGE) @Nullable String language,
            @McpToolParam(description = SUBJECT) @Nullable String subject,
            @McpToolParam(description = BODY) @TextLength(most = LONGEST_BODY)
                    @Nullable String body,
            @McpToolParam(
                            description =
                                    "true to make it the default; the default can't be unmarked"
                                            + " otherwise")
                    @Nullable Boolean isDefault) {
        var arguments = EmailCustomizationTools.one(brandId, templateName, customizationId);
        var now = okta.call("getEmailCustomization", arguments);
        if (EmailCustomizationTools.isDefault(now) && Boolean.FALSE.equals(isDefault)) {
            throw Refusal.nothingChanged(
                    "customization %s is the default of %s, and there must be one. Mark another one with is_default true instead."
                            .formatted(customizationId, templateName));
        }
        arguments.put(
                "body",
                Whole.of(now, "id", "created", "lastUpdated")
                        .with("/language", language)
                        .with("/subject", subject)
                        .with("/body", body)
                        .with("/isDefault", isDefault)
                        .body());
        return okta.call("replaceEmailCustomization", arguments);
    }
}
