package dev.oktamcp.connection.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

import dev.oktamcp.connection.AuthType;
import dev.oktamcp.connection.Connection;
import dev.oktamcp.okta.Credentials;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

import java.time.Instant;
import java.util.List;

/// A connection as the REST API shows it: without its secrets.
///
/// @param auth null where no credentials are there, as when the environment no longer has them
/// @param source `environment` or `api`
@JsonNaming(SnakeCaseStrategy.class)
record ConnectionView(
        String id,
        String name,
        String orgUrl,
        @Nullable AuthView auth,
        List<String> hiddenFields,
        String source,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(Include.NON_NULL)
    record AuthView(
            String type,
            @Nullable String clientId,
            @Nullable String keyId,
            @Nullable List<String> scopes,
            @Nullable String dpop) {

        static AuthView of(Credentials credentials) {
            return switch (credentials) {
                case Credentials.ApiToken _ ->
                        new AuthView(AuthType.API_TOKEN.word(), null, null, null, null);
                case Credentials.ServiceApp(var clientId, var key, var scopes) ->
                        new AuthView(
                                AuthType.PRIVATE_KEY_JWT.word(),
                                clientId,
                                key.getKeyID(),
                                scopes.stream().sorted().toList(),
                                "auto");
            };
        }
    }

    static ConnectionView of(
            Connection connection, @Nullable Credentials credentials, boolean ofEnvironment) {
        return new ConnectionView(
                connection.id(),
                connection.name(),
                connection.orgUrl(),
                credentials == null ? null : AuthView.of(credentials),
                connection.hiddenFields().stream().sorted().toList(),
                ofEnvironment ? "environment" : "api",
                connection.version(),
                connection.createdAt(),
                connection.updatedAt());
    }
}
