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

import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// Names of an org's own at which its sign-in page and its APIs are reached.
@ToolsOf(Toolset.DOMAINS)
final class CustomDomainTools {

    private static final String DOMAIN = "Custom domain id, for example OcDz6iRyjkaCTXkdo0g3";

    private static final int LONGEST_PEM = 50_000;

    enum CertificateSource {
        MANUAL,
        OKTA_MANAGED
    }

    private final OktaClient okta;

    CustomDomainTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "list_custom_domains",
            title = "List custom domains",
            uses = "listCustomDomains",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the org's verified custom domains with id, name, status, brand and"
                            + " certificate. Those not yet verified are in list_brand_domains. For"
                            + " domains of emails, use list_email_domains.")
    Page listCustomDomains(PageRequest page) {
        return okta.page("listCustomDomains", Map.of(), page);
    }

    @ReadTool(
            name = "get_custom_domain",
            title = "Get custom domain",
            uses = "getCustomDomain",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns one custom domain: status, brand, the DNS records that it needs, and"
                        + " when its certificate expires. Does not return the certificate itself.")
    ObjectNode getCustomDomain(@McpToolParam(description = DOMAIN) String domainId) {
        return okta.call("getCustomDomain", Map.of("domainId", domainId));
    }

    @ChangeTool(
            name = "create_custom_domain",
            title = "Create custom domain",
            uses = "createCustomDomain",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the new custom domain with the DNS records that somebody has to"
                            + " publish; then verify_custom_domain checks them. It belongs to the"
                            + " default brand until replace_custom_domain. Nothing is reached at it"
                            + " before.")
    ObjectNode createCustomDomain(
            @McpToolParam(description = "For example login.example.com") String domain,
            @McpToolParam(
                            description =
                                    "OKTA_MANAGED: Okta gets and renews the certificate; MANUAL: it"
                                            + " comes by upsert_custom_domain_certificate")
                    CertificateSource certificateSourceType) {
        return okta.call(
                "createCustomDomain",
                Map.of(
                        "body",
                        Map.of("domain", domain, "certificateSourceType", certificateSourceType)));
    }

    @ChangeTool(
            name = "replace_custom_domain",
            title = "Move custom domain to a brand",
            uses = "replaceCustomDomain",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a custom domain that belongs to another brand now: its visitors see"
                            + " that brand's pages at once. Nothing else about a domain can be"
                            + " changed.")
    ObjectNode replaceCustomDomain(
            @McpToolParam(description = DOMAIN) String domainId,
            @McpToolParam(description = BrandTools.BRAND) String brandId) {
        return okta.call(
                "replaceCustomDomain",
                Map.of("domainId", domainId, "body", Map.of("brandId", brandId)));
    }

    @ChangeTool(
            name = "verify_custom_domain",
            title = "Verify custom domain",
            uses = "verifyDomain",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a custom domain after Okta has looked for its DNS records: VERIFIED,"
                            + " or COMPLETED where Okta also got the certificate. Records may take"
                            + " hours to be seen; then call it again.")
    ObjectNode verifyCustomDomain(@McpToolParam(description = DOMAIN) String domainId) {
        return okta.call("verifyDomain", Map.of("domainId", domainId));
    }

    @ChangeTool(
            name = "upsert_custom_domain_certificate",
            title = "Set a custom domain's certificate",
            uses = "upsertCertificate",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that a verified custom domain has this certificate, in"
                        + " use at once. Makes it MANUAL: Okta no longer renews it. Give PEM with"
                        + " an RSA key of 2048, 3072 or 4096 bits. The private key is not stored or"
                        + " shown here, but whoever reads this conversation reads it.")
    Done upsertCustomDomainCertificate(
            @McpToolParam(description = DOMAIN) String domainId,
            @McpToolParam(description = "In PEM, for example -----BEGIN CERTIFICATE-----...")
                    @TextLength(most = LONGEST_PEM)
                    String certificate,
            @McpToolParam(
                            description =
                                    "Certificates up to the root, in PEM, for example -----BEGIN"
                                            + " CERTIFICATE-----...")
                    @TextLength(most = LONGEST_PEM)
                    String certificateChain,
            @McpToolParam(description = "In PEM, for example -----BEGIN PRIVATE KEY-----...")
                    @TextLength(most = LONGEST_PEM)
                    String privateKey) {
        var body =
                Map.of(
                        "type", "PEM",
                        "certificate", certificate,
                        "certificateChain", certificateChain,
                        "privateKey", privateKey);
        okta.call("upsertCertificate", Map.of("domainId", domainId, "body", body));
        return new Done("Custom domain %s has the new certificate.".formatted(domainId));
    }

    @DestroyTool(
            name = "delete_custom_domain",
            title = "Delete custom domain",
            uses = "deleteCustomDomain",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that a custom domain is gone: nobody can sign in at it"
                        + " any more, and apps that name it as their issuer fail. To have it back"
                        + " it must be verified anew. A human is asked first.")
    Done deleteCustomDomain(@McpToolParam(description = DOMAIN) String domainId) {
        okta.call("deleteCustomDomain", Map.of("domainId", domainId));
        return new Done("Custom domain %s is deleted.".formatted(domainId));
    }

    @PreviewOf("delete_custom_domain")
    Preview ofDelete(Preview found) {
        return found.reach(
                        "Nobody can sign in at it any more, and apps that name it as issuer fail.")
                .undo("It can be created again, and has to be verified anew.");
    }
}
