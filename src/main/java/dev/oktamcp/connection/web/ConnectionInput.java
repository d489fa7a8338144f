package dev.oktamcp.connection.web;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

import java.util.List;

/// What a client can set of a connection.
@JsonNaming(SnakeCaseStrategy.class)
record ConnectionInput(
        @Nullable String name,
        @Nullable String orgUrl,
        @Nullable AuthInput auth,
        @Nullable List<@Nullable String> hiddenFields) {

    /// @param token of `api_token`
    /// @param privateKey of `private_key_jwt`: a JWK, as text, or PEM
    /// @param scopes that are asked for
    /// @param dpop only `auto`: Okta's answers tell whether it is needed
    @JsonNaming(SnakeCaseStrategy.class)
    record AuthInput(
            @Nullable String type,
            @Nullable String token,
            @Nullable String clientId,
            @Nullable String keyId,
            @Nullable String privateKey,
            @Nullable List<@Nullable String> scopes,
            @Nullable String dpop) {

        @Override
        public String toString() {
            return "AuthInput[" + type + "]";
        }
    }
}
