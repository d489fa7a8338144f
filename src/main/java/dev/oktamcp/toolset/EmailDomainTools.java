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
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/// Names of an org's own from which Okta sends its emails.
@ToolsOf(Toolset.DOMAINS)
final class EmailDomainTools {

    private static final String DOMAIN = "Email domain id, for example OeD114iNkrcN6aR680g4";

    private static final String NAME = "Name of the sender, for example Acme IT";

    private static final String USER = "What is before the @, for example noreply";

    /// Which brands send from it.
    private static final List<String> BRANDS = List.of("brands");

    private final OktaClient okta;

    EmailDomainTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "list_email_domains",
            title = "List email domains",
            uses = "listEmailDomains",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the domains from which Okta sends the org's emails, with id, sender,"
                        + " status and the brands that use each. For domains of sign-in pages, use"
                        + " list_custom_domains.")
    Page listEmailDomains(PageRequest page) {
        return okta.page("listEmailDomains", Map.of("expand", BRANDS), page);
    }

    @ReadTool(
            name = "get_email_domain",
            title = "Get email domain",
            uses = "getEmailDomain",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns one email domain: sender, status, the DNS records that it needs, and"
                        + " the brands that use it. Does not look whether the records are there;"
                        + " verify_email_domain does.")
    ObjectNode getEmailDomain(@McpToolParam(description = DOMAIN) String emailDomainId) {
        return okta.call(
                "getEmailDomain", Map.of("emailDomainId", emailDomainId, "expand", BRANDS));
    }

    @ChangeTool(
            name = "create_email_domain",
            title = "Create email domain",
            uses = "createEmailDomain",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the new email domain of a brand with the DNS records that somebody has"
                            + " to publish; then verify_email_domain checks them. Emails come from"
                            + " Okta's own address until it is VERIFIED.")
    ObjectNode createEmailDomain(
            @McpToolParam(description = BrandTools.BRAND) String brandId,
            @McpToolParam(description = "For example example.com") String domain,
            @McpToolParam(description = NAME) String displayName,
            @McpToolParam(description = USER) String userName,
            @McpToolParam(
                            description =
                                    "Under which the mail server is named, for example mail, which"
                                            + " it is unless given")
                    @Nullable String validationSubdomain) {
        var body =
                Arguments.of(
                        "brandId",
                        brandId,
                        "domain",
                        domain,
                        "displayName",
                        displayName,
                        "userName",
                        userName,
                        "validationSubdomain",
                        validationSubdomain);
        return okta.call("createEmailDomain", Map.of("body", body));
    }

    @ChangeTool(
            name = "replace_email_domain",
            title = "Change the sender of an email domain",
            uses = {"getEmailDomain", "replaceEmailDomain"},
            exposure = Exposure.TOOLSET,
            description =
                    "Returns an email domain with another sender; what is not given stays: it is"
                            + " read first. Neither the domain nor its DNS records can be changed.")
    ObjectNode replaceEmailDomain(
            @McpToolParam(description = DOMAIN) String emailDomainId,
            @McpToolParam(description = NAME) @Nullable String displayName,
            @McpToolParam(description = USER) @Nullable String userName) {
        var now = okta.call("getEmailDomain", Map.of("emailDomainId", emailDomainId));
        var sender =
                Whole.of(now.retain("displayName", "userName"))
                        .with("/displayName", displayName)
                        .with("/userName", userName);
        return okta.call(
                "replaceEmailDomain",
                Map.of("emailDomainId", emailDomainId, "body", sender.body()));
    }

    @ChangeTool(
            name = "verify_email_domain",
            title = "Verify email domain",
            uses = "verifyEmailDomain",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns an email domain after Okta has looked for its DNS records; VERIFIED"
                        + " means that emails come from it now. Records may take hours to be seen;"
                        + " then call it again.")
    ObjectNode verifyEmailDomain(@McpToolParam(description = DOMAIN) String emailDomainId) {
        return okta.call("verifyEmailDomain", Map.of("emailDomainId", emailDomainId));
    }

    @DestroyTool(
            name = "delete_email_domain",
            title = "Delete email domain",
            uses = "deleteEmailDomain",
            optional = "getEmailDomain",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that an email domain is gone: brands that used it send"
                        + " from Okta's own address at once. To have it back it must be verified"
                        + " anew. A human is asked first.")
    Done deleteEmailDomain(@McpToolParam(description = DOMAIN) String emailDomainId) {
        okta.call("deleteEmailDomain", Map.of("emailDomainId", emailDomainId));
        return new Done("Email domain %s is deleted.".formatted(emailDomainId));
    }

    @PreviewOf("delete_email_domain")
    Preview ofDelete(Preview found, String emailDomainId) {
        var preview = found.undo("It can be created again, and has to be verified anew.");
        return new Reach(okta)
                .with(
                        preview,
                        "getEmailDomain",
                        Map.of("emailDomainId", emailDomainId, "expand", BRANDS),
                        EmailDomainTools::withBrands);
    }

    private static Preview withBrands(Preview found, ObjectNode domain) {
        var names = domain.at("/_embedded/brands").findValuesAsString("name");
        return found.reach(
                "Brands that send from it: %s.".formatted(Reach.listed(names, "" + names.size())));
    }
}
