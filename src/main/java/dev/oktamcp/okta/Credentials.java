package dev.oktamcp.okta;

import com.nimbusds.jose.jwk.JWK;

import dev.oktamcp.tool.CredentialKind;

import java.util.Set;

/// What Okta accepts from us as proof of who we are. Never printed.
public sealed interface Credentials {

    /// How Okta looks upon it when it decides what may be called.
    CredentialKind kind();

    /// Okta's SSWS token.
    record ApiToken(String token) implements Credentials {

        @Override
        public CredentialKind kind() {
            return CredentialKind.API_TOKEN;
        }

        @Override
        public String toString() {
            return "ApiToken[…]";
        }
    }

    /// An API services app of the org, which proves itself by `private_key_jwt`. Whether it has to
    /// prove possession (DPoP) is found out from Okta's answers.
    ///
    /// @param key the private key; its key id is the one that the app registered
    /// @param scopes that are asked for
    record ServiceApp(String clientId, JWK key, Set<String> scopes) implements Credentials {

        public ServiceApp {
            if (!key.isPrivate()) {
                throw new IllegalArgumentException("The key of a service app must be private.");
            }
            scopes = Set.copyOf(scopes);
        }

        @Override
        public CredentialKind kind() {
            return CredentialKind.OAUTH;
        }

        @Override
        public String toString() {
            return "ServiceApp[" + clientId + "]";
        }
    }
}
