package dev.oktamcp.connection.web;

import com.nimbusds.jose.jwk.JWK;

import dev.oktamcp.connection.AuthType;
import dev.oktamcp.connection.web.ConnectionInput.AuthInput;
import dev.oktamcp.okta.Credentials;
import dev.oktamcp.okta.PrivateKeys;
import dev.oktamcp.rest.Body;
import dev.oktamcp.rest.Given;
import dev.oktamcp.rest.RestException;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Optional;

/// From the `auth` of a connection to credentials.
@Component
class AuthForm {

    /// @param current those that the connection has, whose secret may be kept; null for a new one
    /// @throws RestException 400 or 422 that names the field, and shows nothing of a secret
    Credentials credentials(@Nullable AuthInput given, @Nullable Credentials current) {
        if (given == null) {
            throw RestException.badRequest(
                            "auth is missing: give {\"type\": \"api_token\", \"token\": …}, or"
                                + " \"private_key_jwt\" with client_id, private_key and scopes.")
                    .with("field", "auth");
        }
        return switch (Given.required(given.type(), "auth.type")) {
            case "api_token" -> apiToken(given);
            case "private_key_jwt" -> serviceApp(given, current);
            default ->
                    throw RestException.unprocessable(
                                    "There is no such auth.type. There are: api_token,"
                                            + " private_key_jwt.")
                            .with("field", "auth.type");
        };
    }

    /// What a merge patch of `auth` begins with: what is there, but for its secret; nothing, where
    /// the type changes. An id goes with its key.
    static @Nullable AuthInput base(@Nullable Credentials known, Body patch) {
        var newType = patch.text("auth", "type");
        var newKey = patch.text("auth", "private_key").isPresent();
        return switch (known) {
            case Credentials.ApiToken _ when isOrMissing(newType, AuthType.API_TOKEN) ->
                    new AuthInput(AuthType.API_TOKEN.word(), null, null, null, null, null, null);
            case Credentials.ServiceApp app when isOrMissing(newType, AuthType.PRIVATE_KEY_JWT) ->
                    new AuthInput(
                            AuthType.PRIVATE_KEY_JWT.word(),
                            null,
                            app.clientId(),
                            newKey ? null : app.key().getKeyID(),
                            null,
                            Given.list(app.scopes()),
                            null);
            case null -> null;
            case Credentials.ApiToken _ -> null;
            case Credentials.ServiceApp _ -> null;
        };
    }

    private static boolean isOrMissing(Optional<String> given, AuthType type) {
        return given.isEmpty() || given.get().equals(type.word());
    }

    private static Credentials apiToken(AuthInput given) {
        refuse(given.clientId(), "auth.client_id");
        refuse(given.keyId(), "auth.key_id");
        refuse(given.privateKey(), "auth.private_key");
        refuse(given.scopes(), "auth.scopes");
        refuse(given.dpop(), "auth.dpop");
        var token = Given.required(given.token(), "auth.token");
        if (!token.chars().allMatch(c -> c > 32 && c < 127)) {
            throw RestException.badRequest("auth.token is none of Okta's API tokens.")
                    .with("field", "auth.token");
        }
        return new Credentials.ApiToken(token);
    }

    private static void refuse(@Nullable Object given, String field) {
        if (given != null) {
            throw RestException.badRequest(
                            "%s does not go with this auth.type; leave it out.".formatted(field))
                    .with("field", field);
        }
    }

    private static Credentials serviceApp(AuthInput given, @Nullable Credentials current) {
        refuse(given.token(), "auth.token");
        if (given.dpop() != null && !"auto".equals(given.dpop())) {
            throw RestException.unprocessable(
                            "auth.dpop can only be auto: whether it is needed, Okta's answers"
                                    + " tell.")
                    .with("field", "auth.dpop");
        }
        var clientId = Given.required(given.clientId(), "auth.client_id");
        var scopes = Given.names(given.scopes(), "auth.scopes");
        if (scopes.isEmpty()) {
            throw RestException.badRequest(
                            "auth.scopes is missing: name what the app was granted, such as"
                                    + " okta.users.read.")
                    .with("field", "auth.scopes");
        }
        return new Credentials.ServiceApp(clientId, key(given, current), scopes);
    }

    /// The key that is given, or the one that is there.
    private static JWK key(AuthInput given, @Nullable Credentials current) {
        if (given.privateKey() == null && current instanceof Credentials.ServiceApp app) {
            return PrivateKeys.parse(app.key().toJSONString(), given.keyId());
        }
        try {
            return PrivateKeys.parse(
                    Given.required(given.privateKey(), "auth.private_key"), given.keyId());
        } catch (IllegalArgumentException e) {
            throw RestException.badRequest(String.valueOf(e.getMessage()))
                    .with("field", "auth.private_key");
        }
    }
}
