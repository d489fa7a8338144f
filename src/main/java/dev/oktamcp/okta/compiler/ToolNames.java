package dev.oktamcp.okta.compiler;

import dev.oktamcp.tool.Toolset;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private static final Set<String> AREAS =
            Stream.of(Toolset.values()).map(Toolset::tag).collect(Collectors.toUnmodifiableSet());

    private ToolNames() {}

    /// A name of at most 64 characters that is not taken; where that needs it, with a mark made of
    /// the id, so that it is the same at every start.
    static String of(String operationId, Collection<String> taken) {
        var name = of(operationId);
        if (name.length() <= MAX_LENGTH && !taken.contains(name)) {
            return name;
        }
        var mark = "_%08x".formatted(operationId.hashCode());
        return name.substring(0, Math.min(name.length(), MAX_LENGTH - mark.length())) + mark;
    }

    static String of(String operationId) {
        var name = words(operationId, "_");
        for (var shorter : SHORTER.entrySet()) {
            if (name.length() > MAX_LENGTH) {
                name = name.replace(shorter.getKey(), shorter.getValue());
            }
        }
        return name;
    }

    /// As they stand in a filter: our area, and Okta's own tag, for example `user-lifecycle`. Where
    /// that is the name of one of our areas, it is left out: a filter for the area would let it in.
    static List<String> tags(Toolset toolset, String apiTag) {
        var own = words(apiTag, "-").replaceAll("^-|-$", "");
        return own.isEmpty() || AREAS.contains(own)
                ? List.of(toolset.tag())
                : List.of(toolset.tag(), own);
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
