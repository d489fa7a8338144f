package dev.oktamcp.tool;

/// The kinds of credentials that Okta tells apart when it decides whether an operation may be
/// called.
public enum CredentialKind {
    /// Okta's SSWS API token: no scopes, the rights of the administrator who made it.
    API_TOKEN,
    /// An OAuth 2.0 access token with scopes.
    OAUTH
}
