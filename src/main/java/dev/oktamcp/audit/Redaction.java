package dev.oktamcp.audit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Takes secrets out of JSON by the names under which Okta keeps them.
final class Redaction {

    static final String REDACTED = "[redacted]";

    /// Lower case, without separators.
    private static final Set<String> SECRETS =
            Set.of(
                    "password",
                    "newpassword",
                    "oldpassword",
                    "temppassword",
                    "passcode",
                    "answer",
                    "secret",
                    "clientsecret",
                    "sharedsecret",
                    "privatekey",
                    "token",
                    "apitoken",
                    "accesstoken",
                    "refreshtoken",
                    "idtoken",
                    "devicetoken",
                    "sessiontoken",
                    "statetoken",
                    "activationtoken",
                    "activationurl",
                    "recoverytoken",
                    "recoveryurl",
                    "resetpasswordurl");

    private static final int MOST_KNOWN = 2_000;
    private static final int LONGEST_KNOWN = 100;
    private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();

    private Redaction() {}

    /// In place, at any depth. What is empty stays: that a password is set is no secret.
    static void secrets(JsonNode node) {
        switch (node) {
            case ObjectNode object ->
                    object.properties().forEach(e -> secret(object, e.getKey(), e.getValue()));
            case ArrayNode array -> array.forEach(Redaction::secrets);
            default -> {}
        }
    }

    private static void secret(ObjectNode object, String name, JsonNode value) {
        if (namesSecret(name) && !isEmpty(value)) {
            object.put(name, REDACTED);
        } else {
            secrets(value);
        }
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull() || (value.isContainer() && value.isEmpty());
    }

    /// The same few names come again and again.
    private static boolean namesSecret(String name) {
        var known = KNOWN.get(name);
        if (known != null) {
            return known;
        }
        var plain = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
        var secret = SECRETS.contains(plain);
        if (KNOWN.size() < MOST_KNOWN && name.length() <= LONGEST_KNOWN) {
            KNOWN.put(name, secret);
        }
        return secret;
    }
}
