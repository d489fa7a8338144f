package dev.oktamcp.okta.compiler;

import dev.oktamcp.tool.CredentialKind;

import tools.jackson.databind.JsonNode;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Who may call an operation.
///
/// @param scopes all of which are needed
/// @param roles of administrators, any of which is enough; empty where the document names none
record Access(Set<CredentialKind> credentials, Set<String> scopes, Set<String> roles) {

    /// As Okta's documents spell them, and as its roles are called.
    private static final Map<String, String> SPELLINGS =
            Map.of("ACCESS_CERTIFICATION_ADMIN", "ACCESS_CERTIFICATIONS_ADMIN");

    static Access of(OpenApiDocument.Source source) {
        var operation = source.node();
        var schemes = source.document().root().at("/components/securitySchemes");
        var credentials = EnumSet.noneOf(CredentialKind.class);
        var scopes = new TreeSet<String>();
        for (var way : operation.path("security")) {
            for (var scheme : way.properties()) {
                if ("oauth2".equals(schemes.required(scheme.getKey()).path("type").stringValue())) {
                    credentials.add(CredentialKind.OAUTH);
                    addTexts(scheme.getValue(), scopes);
                } else {
                    credentials.add(CredentialKind.API_TOKEN);
                }
            }
        }
        if (credentials.isEmpty()) {
            // Nobody is asked for any, so that none is wrong.
            credentials.addAll(EnumSet.allOf(CredentialKind.class));
        }
        return new Access(credentials, scopes, roles(operation));
    }

    private static Set<String> roles(JsonNode operation) {
        var roles = new TreeSet<String>();
        for (var role : operation.path("x-okta-iam-admin-roles")) {
            roles.add(SPELLINGS.getOrDefault(role.stringValue(), role.stringValue()));
        }
        return roles;
    }

    private static void addTexts(JsonNode list, Collection<String> texts) {
        list.forEach(text -> texts.add(text.stringValue()));
    }
}
