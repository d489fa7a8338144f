package dev.oktamcp.connection;

import dev.oktamcp.okta.OrgUrl;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The org's address under the names that servers for Okta have for it.
///
/// @param orgUrl `OKTA_ORG_URL`, Okta's own
/// @param clientOrgurl `OKTA_CLIENT_ORGURL`, that of Okta's SDKs and of Fctr's server
/// @param domain `OKTA_DOMAIN`, a host or an address
record OrgNames(@Nullable String orgUrl, @Nullable String clientOrgurl, @Nullable String domain) {

    private record Named(String name, OrgUrl url) {}

    /// Empty where none is given.
    ///
    /// @throws IllegalArgumentException where two are given that lead to different orgs
    Optional<OrgUrl> url(ConnectionProperties properties) {
        Named first = null;
        for (var given : given().entrySet()) {
            var url = properties.url(given.getValue());
            if (first == null) {
                first = new Named(given.getKey(), url);
            } else if (!first.url().equals(url)) {
                throw new IllegalArgumentException(
                        "%s is %s and %s is %s: these are two orgs. Give one of them, or the same in both."
                                .formatted(first.name(), first.url(), given.getKey(), url));
            }
        }
        return first == null ? Optional.empty() : Optional.of(first.url());
    }

    private Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        put(given, "OKTA_ORG_URL", orgUrl);
        put(given, "OKTA_CLIENT_ORGURL", clientOrgurl);
        put(given, "OKTA_DOMAIN", domain);
        return given;
    }

    private static void put(Map<String, String> given, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            given.put(name, value);
        }
    }
}
