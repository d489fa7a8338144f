package dev.oktamcp.audit;

import dev.oktamcp.tool.Change;
import dev.oktamcp.tool.Redacted;
import dev.oktamcp.tool.SecretKeeper.Secret;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Takes secrets out of JSON by the names under which Okta keeps them.
public final class Redaction {

    /// Lower case, without separators.
    private static final Set<String> SECRETS =
            Set.of(
                    "password",
                    "newpassword",
                    "oldpassword",
                    "temppassword",
                    "passcode",
                    "nextpasscode",
                    "otpcode",
                    "tac",
                    "answer",
                    "secret",
                    "clientsecret",
                    "sharedsecret",
                    "privatekey",
                    "secretkey",
                    "apikey",
                    "aeskey",
                    "privateid",
                    "tokensigningkey",
                    "serviceaccountjson",
                    "adminpassword",
                    "authorizationheader",
                    "authtoken",
                    "providerauthtoken",
                    "token",
                    "apitoken",
                    "accesstoken",
                    "refreshtoken",
                    "idtoken",
                    "devicetoken",
                    "devicesecret",
                    "tokenencrypted",
                    "sessiontoken",
                    "statetoken",
                    "activationtoken",
                    "activationurl",
                    "recoverytoken",
                    "recoveryurl",
                    "resetpasswordurl");

    /// Names and values of HTTP headers, by which Okta proves to a hook who it is.
    private static final Set<String> HEADERS = Set.of("authScheme", "headers");

    /// Under which a password, or what is as good as one, stands in an object of its own.
    private static final Set<String> VALUES = Set.of("value", "hash", "hook");

    private static final int MOST_KNOWN = 2_000;
    private static final int LONGEST_KNOWN = 100;
    private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();

    private static final JsonMapper JSON = JsonMapper.shared();

    private boolean named;
    private final List<Secret> taken = new ArrayList<>();

    private Redaction() {}

    /// In place, at any depth. What is empty stays: that a password is set is no secret. So does
    /// what has no value in it: the `password` of a policy says what passwords have to be.
    ///
    /// @return what was taken out
    public static List<Secret> secrets(JsonNode node) {
        var redaction = new Redaction();
        redaction.in(node, "");
        return redaction.taken;
    }

    private void in(JsonNode node, String place) {
        switch (node) {
            case ObjectNode object ->
                    object.properties()
                            .forEach(e -> secret(object, e.getKey(), e.getValue(), place));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, inside(array.get(i), place));
                }
            }
            default -> {}
        }
    }

    private void secret(ObjectNode object, String name, JsonNode value, String place) {
        var inside = place.isEmpty() ? name : place + "." + name;
        if (namesSecret(name) && holdsOne(name, value)) {
            take(object, name, value, inside);
        } else {
            object.set(name, inside(value, inside));
            if (HEADERS.contains(name)) {
                headers(value, inside);
            }
        }
    }

    /// JSON inside a string is JSON.
    private JsonNode inside(JsonNode value, String place) {
        if (!value.isString() || !value.stringValue().stripLeading().matches("(?s)[{\\[].*")) {
            in(value, place);
            return value;
        }
        try {
            var before = taken.size();
            var inner = JSON.readTree(value.stringValue());
            in(inner, place);
            return taken.size() == before ? value : StringNode.valueOf(inner.toString());
        } catch (JacksonException e) {
            return value;
        }
    }

    private void headers(JsonNode value, String place) {
        if (value instanceof ObjectNode header && isValue(header.path("value"))) {
            take(header, "value", header.path("value"), place);
        } else {
            value.values().forEach(inner -> headers(inner, place));
        }
    }

    private static boolean isValue(JsonNode node) {
        return node.isString() || Change.is(node);
    }

    /// Whether one is named, be it blank.
    public static boolean names(JsonNode node) {
        var redaction = new Redaction();
        redaction.in(node, "");
        return redaction.named;
    }

    private void take(ObjectNode object, String name, JsonNode value, String place) {
        var text = value.isString() ? value.stringValue() : value.toString();
        if (!text.isBlank() && !text.equals(Redacted.MARK)) {
            taken.add(new Secret(place, text));
        }
        object.put(name, Redacted.MARK);
        named = true;
    }

    private static boolean holdsOne(String name, JsonNode value) {
        return switch (value) {
            case ObjectNode object when name.equals("password") ->
                    Change.is(object) || VALUES.stream().anyMatch(object::has);
            case ObjectNode object -> !object.isEmpty();
            case ArrayNode array -> !array.isEmpty();
            default -> !value.isNull();
        };
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
