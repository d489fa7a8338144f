package dev.oktamcp.connection;

import dev.oktamcp.okta.Credentials;
import dev.oktamcp.okta.PrivateKeys;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

import java.util.Set;

/// The environment variables that make the connection `default`: `OKTA_ORG_URL`, or under other
/// names `OKTA_CLIENT_ORGURL` or `OKTA_DOMAIN`, and either `OKTA_API_TOKEN`, or `OKTA_CLIENT_ID`,
/// `OKTA_PRIVATE_KEY`, `OKTA_SCOPES` and, where the app has several keys, `OKTA_KEY_ID`.
@ConfigurationProperties("okta")
record OktaEnvironment(
        @DefaultValue Url org,
        @DefaultValue Token api,
        @DefaultValue Client client,
        @Nullable String domain,
        @Name("private") @DefaultValue Key privateKey,
        @DefaultValue Id key,
        @DefaultValue("") String scopes) {

    record Url(@Nullable String url) {}

    record Id(@Nullable String id) {}

    record Client(@Nullable String id, @Nullable String orgurl) {}

    record Token(@Nullable String token) {

        @Override
        public String toString() {
            return "Token[…]";
        }
    }

    record Key(@Nullable String key) {

        @Override
        public String toString() {
            return "Key[…]";
        }
    }

    OrgNames orgNames() {
        return new OrgNames(org.url(), client.orgurl(), domain);
    }

    /// @throws IllegalArgumentException where credentials are given and the org is not
    void refuseWithoutOrg() {
        if (given(api.token()) || given(client.id())) {
            throw new IllegalArgumentException(
                    "OKTA_API_TOKEN or OKTA_CLIENT_ID is given without OKTA_ORG_URL. Give the org's"
                            + " address, such as https://example.okta.com.");
        }
    }

    /// @throws IllegalArgumentException that says what is missing
    Credentials credentials() {
        var token = api.token();
        var clientId = client.id();
        if (given(token) == given(clientId)) {
            throw new IllegalArgumentException(
                    "Beside OKTA_ORG_URL give either OKTA_API_TOKEN, or OKTA_CLIENT_ID with"
                            + " OKTA_PRIVATE_KEY and OKTA_SCOPES.");
        }
        return token != null && given(token)
                ? new Credentials.ApiToken(token.strip())
                : serviceApp(String.valueOf(clientId).strip());
    }

    private Credentials serviceApp(String clientId) {
        var text = privateKey.key();
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(
                    "OKTA_CLIENT_ID is given without OKTA_PRIVATE_KEY. Signing in by device is yet"
                        + " to come: give the private key of an API services app, as PEM, JWK or a"
                        + " file's path.");
        }
        if (scopes.isBlank()) {
            throw new IllegalArgumentException(
                    "OKTA_SCOPES is missing: name the scopes that the app was granted, for example"
                            + " okta.users.read okta.groups.read.");
        }
        var asked = Set.of(scopes.strip().split("[\\s,]+", -1));
        return new Credentials.ServiceApp(clientId, PrivateKeys.parseOrRead(text, key.id()), asked);
    }

    private static boolean given(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
