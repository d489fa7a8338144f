package dev.oktamcp.audit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;
import java.util.Set;

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
        var plain = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
        var empty = value.isNull() || (value.isContainer() && value.isEmpty());
        if (SECRETS.contains(plain) && !empty) {
            object.put(name, REDACTED);
        } else {
            secrets(value);
        }
    }
}
