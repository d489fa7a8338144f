package dev.oktamcp.okta;

import dev.oktamcp.tool.CredentialKind;

/// What Okta accepts from us as proof of who we are. Never printed.
public sealed interface Credentials {

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
}
