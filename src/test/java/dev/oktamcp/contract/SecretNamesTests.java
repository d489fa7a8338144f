package dev.oktamcp.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.oktamcp.audit.Redaction;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Whatever Okta's documents name like a secret is taken out of answers, or stands here as none.
class SecretNamesTests {

    private static final Set<String> TELLING =
            Set.of(
                    "password",
                    "pass",
                    "passcode",
                    "otp",
                    "pin",
                    "tac",
                    "secret",
                    "token",
                    "key",
                    "private",
                    "credential",
                    "seed",
                    "jwe");

    /// What only who has the key can read, and the hash of one.
    private static final List<String> SEALED =
            List.of(
                    "credRequestJwe",
                    "credResponseJwe",
                    "pinRequestJwe",
                    "pinResponseJwe",
                    "secret_hash",
                    "tpmPublicKeyHash");

    /// Ids, names of keys and public ones.
    private static final List<String> IDS =
            List.of(
                    "credentialId",
                    "defaultI18nKey",
                    "hookKeyId",
                    "integrationKey",
                    "key",
                    "keyId",
                    "secretVersionId",
                    "siteKey");

    /// Where a browser plugin types a password, words on a page, addresses, times, kinds, statuses.
    private static final List<String> WORDS =
            List.of(
                    "credential",
                    "forgotPasswordLabel",
                    "forgotPasswordUrl",
                    "lastPasswordVerification",
                    "otpExpires",
                    "passwordChanged",
                    "passwordField",
                    "passwordInfoTip",
                    "passwordLabel",
                    "passwordSelector",
                    "tokenAuthScheme",
                    "tokenEndpoint",
                    "tokenType",
                    "tokenUrl",
                    "token_endpoint");

    private static final List<String> NO_SECRETS =
            Stream.of(SEALED, IDS, WORDS).flatMap(List::stream).toList();

    private final Set<String> names = new TreeSet<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    @Test
    void allAreTakenOut() throws IOException {
        var documents = System.getProperty("okta.openapi", "");
        assumeThat(documents).isNotEmpty();
        for (var name : List.of("management", "governance")) {
            try (var in = Files.newInputStream(Path.of(documents, name + ".yaml"))) {
                var options = new LoaderOptions();
                options.setCodePointLimit(64 << 20);
                options.setMaxAliasesForCollections(Integer.MAX_VALUE);
                in(new Yaml(new SafeConstructor(options)).load(in));
            }
        }

        assertThat(names).contains("tac", "clientSecret", "tempPassword");
        assertThat(names.stream().filter(name -> !isTaken(name))).hasSameElementsAs(NO_SECRETS);
    }

    private static boolean isTaken(String name) {
        var json = JsonMapper.shared().createObjectNode().put(name, "canary");
        return !Redaction.secrets(json).isEmpty();
    }

    private void in(@Nullable Object node) {
        if (node == null || !seen.add(node)) {
            return;
        }
        switch (node) {
            case Map<?, ?> map -> {
                if (map.get("properties") instanceof Map<?, ?> properties) {
                    properties.forEach((name, schema) -> property(String.valueOf(name), schema));
                }
                map.values().forEach(this::in);
            }
            case List<?> list -> list.forEach(this::in);
            default -> {}
        }
    }

    private void property(String name, @Nullable Object schema) {
        var words = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        if (schema instanceof Map<?, ?> map
                && "string".equals(map.get("type"))
                && !map.containsKey("enum")
                && Arrays.stream(words.split("[_.-]", -1)).anyMatch(TELLING::contains)) {
            names.add(name);
        }
    }
}
