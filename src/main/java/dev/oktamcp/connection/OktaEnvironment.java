package dev.oktamcp.connection;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The environment variables that make the connection `default`: `OKTA_ORG_URL` and
/// `OKTA_API_TOKEN`.
@ConfigurationProperties("okta")
record OktaEnvironment(@DefaultValue Org org, @DefaultValue Api api) {

    record Org(@Nullable String url) {}

    record Api(@Nullable String token) {

        @Override
        public String toString() {
            return "Api[…]";
        }
    }

    @Nullable String orgUrl() {
        return org.url();
    }

    @Nullable String apiToken() {
        return api.token();
    }
}
