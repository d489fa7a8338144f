package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// A page that a brand may have of its own.
enum BrandPage {
    CUSTOMIZED_ERROR("getErrorPage", "customized", "CustomizedErrorPage", "get_default_error_page"),
    PREVIEW_ERROR("getErrorPage", "preview", "PreviewErrorPage", "get_default_error_page"),
    CUSTOMIZED_SIGN_IN(
            "getSignInPage", "customized", "CustomizedSignInPage", "get_default_sign_in_page"),
    PREVIEW_SIGN_IN("getSignInPage", "preview", "PreviewSignInPage", "get_default_sign_in_page");

    private static final String CONTENT = "pageContent";

    /// The operation that tells which versions there are, and embeds them by their names.
    private final String root;

    private final String version;
    private final String operation;

    /// Shows what a page of one's own can begin with.
    private final String tool;

    BrandPage(String root, String version, String operation, String tool) {
        this.root = root;
        this.version = version;
        this.operation = operation;
        this.tool = tool;
    }

    ObjectNode get(OktaClient okta, String brandId) {
        return okta.call("get" + operation, Map.of("brandId", brandId));
    }

    /// Changes a part of the page: what is there is read first, since Okta replaces the whole.
    /// Okta's default brand has settings and labels of its own, but no HTML (E0000213): that it
    /// shows one of its own making must not be sent back.
    ObjectNode change(
            OktaClient okta, String brandId, boolean givesContent, UnaryOperator<Whole> change) {
        var page = Whole.of(now(okta, brandId));
        if (!givesContent) {
            if (isDefault(okta, brandId)) {
                page.without(CONTENT);
            } else if (!page.has(CONTENT)) {
                throw Refusal.nothingChanged(
                        "brand %s has no such page of its own yet. Give page_content too, for example that of %s."
                                .formatted(brandId, tool));
            }
        }
        var body = change.apply(page).body();
        return okta.call("replace" + operation, Map.of("brandId", brandId, "body", body));
    }

    /// The version that the root embeds is less than the whole; it tells that there is one.
    private ObjectNode now(OktaClient okta, String brandId) {
        var found = okta.call(root, Map.of("brandId", brandId, "expand", List.of(version)));
        return found.path("_embedded").path(version).isObject()
                ? get(okta, brandId)
                : JsonMapper.shared().createObjectNode();
    }

    /// Not known where the filter leaves brands themselves out; Okta refuses then what it must.
    private static boolean isDefault(OktaClient okta, String brandId) {
        return okta.allows("getBrand")
                && okta.call("getBrand", Map.of("brandId", brandId))
                        .path("isDefault")
                        .asBoolean(false);
    }

    Done delete(OktaClient okta, String brandId, String done) {
        okta.call("delete" + operation, Map.of("brandId", brandId));
        return new Done(done.formatted(brandId));
    }
}
