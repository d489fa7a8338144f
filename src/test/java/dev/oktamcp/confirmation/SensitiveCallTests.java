package dev.oktamcp.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.okta.Operation;
import dev.oktamcp.okta.Operations;
import dev.oktamcp.tool.AskBefore;
import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.ToolCatalog;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// No operation takes a secret, or what people are shown where they sign in, without a human's yes:
/// it is marked, or asked about where it is given one, or stands here with the reason why not.
@ServerTest
class SensitiveCallTests {

    /// Words in the name of a property that may hold one. Wider than the names by which a call is
    /// known to hold a secret: a name that is missing there is found by these.
    private static final Set<String> TELLING =
            Set.of(
                    "password",
                    "pass",
                    "passcode",
                    "otp",
                    "pin",
                    "answer",
                    "secret",
                    "token",
                    "key",
                    "keys",
                    "credential",
                    "certificate",
                    "cert",
                    "seed",
                    "assertion",
                    "jwt",
                    "html",
                    "script",
                    "content",
                    "template",
                    "body");

    /// By place in the body.
    private static final Map<String, String> HARMLESS =
            Map.of(
                    "siteKey", "A CAPTCHA provider's public key, which every browser gets.",
                    "remediationSettings.message.defaultI18nKey", "Names a text of Okta's.");

    private final Operations operations;
    private final ToolCatalog catalog;
    private final Set<String> checked = new TreeSet<>();
    private final Set<String> unasked = new TreeSet<>();

    SensitiveCallTests(@Autowired Operations operations, @Autowired ToolCatalog catalog) {
        this.operations = operations;
        this.catalog = catalog;
    }

    @Test
    void noSecretIsTakenAndNoPageIsChangedUnasked() {
        for (var operation : operations.all()) {
            if (operation.body() != null && operation.facts().effect() != Effect.READ) {
                in(operation, operation.body().schema(), "");
            }
        }

        assertThat(unasked).isEmpty();
        assertThat(checked)
                .hasSizeGreaterThan(80)
                .contains(
                        "updateUser credentials.password.value",
                        "verifyFactor passCode",
                        "createLogStream settings.token",
                        "replaceCustomizedSignInPage pageContent");
    }

    private void in(Operation operation, JsonNode schema, String place) {
        for (var entry : schema.path("properties").properties()) {
            var inside = place.isEmpty() ? entry.getKey() : place + "." + entry.getKey();
            if (mayHoldOne(entry.getKey(), entry.getValue())) {
                check(operation, inside);
            }
            in(operation, entry.getValue(), inside);
        }
        for (var part : schema) {
            if (part.isArray() || part.has("properties") || part.has("oneOf")) {
                in(operation, part, place);
            }
        }
    }

    private static boolean mayHoldOne(String name, JsonNode schema) {
        var text = schema.path("type").asString("string").equals("string") && !schema.has("enum");
        var words = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        return text
                && (schema.path("writeOnly").asBoolean(false)
                        || schema.path("format").asString("").equals("password")
                        || Arrays.stream(words.split("[_.-]", -1)).anyMatch(TELLING::contains));
    }

    private void check(Operation operation, String place) {
        var tool = catalog.ofOperation(operation.id()).orElseThrow().definition();
        checked.add(operation.id() + " " + place);
        Object value = "canary";
        var names = place.split("\\.", -1);
        for (int i = names.length - 1; i >= 0; i--) {
            value = Map.of(names[i], value);
        }
        var sensitive = SensitiveCall.is(tool, Map.of("body", value), JsonMapper.shared());
        if (!AskBefore.DESTROY.asksBefore(tool.effect(), sensitive)
                && !HARMLESS.containsKey(place)) {
            unasked.add(operation.id() + " " + place);
        }
    }
}
