package dev.oktamcp.okta;

import dev.oktamcp.tool.PlainText;

import org.springframework.http.HttpHeaders;

import tools.jackson.databind.node.ObjectNode;

import java.util.regex.Pattern;

/// Why Okta answered 403: a scope is missing from our token, or the admin role behind our
/// credentials does not reach so far.
final class Forbidden {

    /// In `WWW-Authenticate` (RFC 6750, 3).
    private static final Pattern SCOPE = Pattern.compile("scope=\"([^\"]*)\"");

    private static final int LONGEST = 200;

    private Forbidden() {}

    static String advice(Operation operation, OktaResponse response, String errorCode) {
        var scope = missingScope(operation, response);
        if (!scope.isEmpty()) {
            return " The connection's app does not have the scope %s. An administrator grants it to the app in Okta (Okta API Scopes) and names it in the connection's scopes."
                    .formatted(scope);
        }
        return "E0000006".equals(errorCode) ? role(operation) : "";
    }

    private static String role(Operation operation) {
        var named =
                operation.roles().isEmpty()
                        ? ""
                        : ", which has to be one of " + String.join(", ", roles(operation));
        return " Either the admin role behind this connection's credentials does not reach this%s, or this object does not take it: a group of type APP_GROUP, for example, takes members from its app."
                .formatted(named);
    }

    static void facts(
            Operation operation, OktaResponse response, String errorCode, ObjectNode details) {
        var scope = missingScope(operation, response);
        if (!scope.isEmpty()) {
            details.put("missing_scope", scope);
        } else if ("E0000006".equals(errorCode)) {
            var roles = details.putArray("admin_roles");
            roles(operation).forEach(roles::add);
        }
    }

    private static Iterable<String> roles(Operation operation) {
        return operation.roles().stream().sorted().toList();
    }

    /// As Okta names it, else as its documents do; empty where no scope is missing.
    private static String missingScope(Operation operation, OktaResponse response) {
        var challenge = response.headers().getFirst(HttpHeaders.WWW_AUTHENTICATE);
        if (challenge == null || !challenge.contains("insufficient_scope")) {
            return "";
        }
        return SCOPE.matcher(challenge)
                .results()
                .map(found -> PlainText.of(found.group(1), LONGEST))
                .findFirst()
                .orElseGet(() -> String.join(" ", operation.facts().scopes()));
    }
}
