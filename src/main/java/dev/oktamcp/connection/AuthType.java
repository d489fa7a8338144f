package dev.oktamcp.connection;

import dev.oktamcp.okta.Credentials;

import java.util.Locale;

/// How a connection proves itself to its org.
public enum AuthType {
    /// Okta's SSWS API token.
    API_TOKEN,
    /// An API services app with a key pair.
    PRIVATE_KEY_JWT;

    /// The value of `auth.type`, for example `api_token`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// That of these credentials.
    static AuthType of(Credentials credentials) {
        return switch (credentials) {
            case Credentials.ApiToken _ -> API_TOKEN;
            case Credentials.ServiceApp _ -> PRIVATE_KEY_JWT;
        };
    }
}
