package dev.oktamcp.okta.compiler;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Words out of Okta's names: `createOAuth2Claim` is `create_oauth2_claim`.
final class ToolNames {

    private static final int MAX_LENGTH = 64;

    /// Where the case of the letters does not tell the words.
    private static final Map<String, String> SPELLINGS = new LinkedHashMap<>();

    static {
        SPELLINGS.put("OAuth", "Oauth");
        SPELLINGS.put("WebAuthn", "Webauthn");
        SPELLINGS.put("AAGUIDs", "Aaguids");
        SPELLINGS.put("SAMLmetadata", "SamlMetadata");
        SPELLINGS.put("deletejwk", "deleteJwk");
    }

    /// By what a name that is too long is shortened.
    private static final Map<String, String> SHORTER =
            Map.of(
                    "application_targets_for_application_administrator",
                    "app_targets_for_app_admin");

    private ToolNames() {}

    static String of(String operationId) {
        var name = words(operationId, "_");
        for (var shorter : SHORTER.entrySet()) {
            if (name.length() > MAX_LENGTH) {
                name = name.replace(shorter.getKey(), shorter.getValue());
            }
        }
        return name;
    }

    /// Okta's API tag as it stands in a filter, for example `user-lifecycle`.
    static String tag(String apiTag) {
        return words(apiTag, "-");
    }

    private static String words(String name, String separator) {
        var words = name;
        for (var spelling : SPELLINGS.entrySet()) {
            words = words.replace(spelling.getKey(), spelling.getValue());
        }
        return words.replaceAll("([A-Z]+)([A-Z][a-z])", "$1 $2")
                .replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replaceAll("[^A-Za-z0-9]+", separator)
                .toLowerCase(Locale.ROOT);
    }
}
