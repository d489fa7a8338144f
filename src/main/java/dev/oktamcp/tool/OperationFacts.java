package dev.oktamcp.tool;

import java.util.Set;

/// What a filter and the chain need to know of one operation of Okta's API.
///
/// @param id Okta's `operationId`
/// @param tags our toolset and Okta's API tag, lower case
/// @param scopes Okta OAuth scopes, all of which are needed
/// @param credentials the kinds of credentials by which Okta lets it be called
public record OperationFacts(
        String id,
        Effect effect,
        boolean sensitive,
        Method method,
        Set<String> tags,
        Set<String> scopes,
        Set<CredentialKind> credentials) {

    public OperationFacts {
        tags = Set.copyOf(tags);
        scopes = Set.copyOf(scopes);
        credentials = Set.copyOf(credentials);
    }
}
