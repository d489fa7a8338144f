package dev.oktamcp.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Holds every route against Okta's OpenAPI documents: path, method, and the scope it asks for.
@EnabledIfSystemProperty(
        named = "okta.openapi",
        matches = ".+",
        disabledReason = "Give the directory of Okta's OpenAPI documents as -Dokta.openapi")
class SimulatedRoutesTests {

    private static final int LARGEST_DOCUMENT = 50_000_000;

    @Test
    void answersOnlyDocumentedOperationsWithTheirScopes() throws Exception {
        var documented = documented(Path.of(System.getProperty("okta.openapi", "")));
        var wrong = new ArrayList<String>();
        for (var route : Routes.of(Store.empty(SimulationSettings.bare())).toList()) {
            var operation = route.method() + " /" + String.join("/", route.template());
            var scopes = documented.get(withoutNames(operation));
            if (scopes == null || !(route.isOpen() || scopes.contains("[" + route.scope() + "]"))) {
                wrong.add(operation + ": " + scopes);
            }
        }

        assertThat(wrong).isEmpty();
    }

    /// The security of every operation, by method and path.
    private static Map<String, String> documented(Path directory) throws IOException {
        var documented = new HashMap<String, String>();
        for (var name : new String[] {"management", "governance", "oauth"}) {
            var text = Files.readString(directory.resolve(name + ".yaml"));
            var options = new LoaderOptions();
            options.setCodePointLimit(LARGEST_DOCUMENT);
            options.setMaxAliasesForCollections(LARGEST_DOCUMENT);
            Map<String, Object> document = new Yaml(new SafeConstructor(options)).load(text);
            entries(document.get("paths"))
                    .forEach((path, methods) -> addAll(path, methods, documented));
        }
        return documented;
    }

    private static void addAll(
            String path, @Nullable Object methods, Map<String, String> documented) {
        entries(methods)
                .forEach((method, operation) -> {
                    if (operation instanceof Map<?, ?> described) {
                        var name = method.toUpperCase(Locale.ROOT) + " " + path;
                        var security = String.valueOf(described.get("security"));
                        documented.put(withoutNames(name), security);
                    }
                });
    }

    private static Map<String, Object> entries(@Nullable Object node) {
        var entries = new HashMap<String, Object>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> entries.put(String.valueOf(key), value));
        }
        return entries;
    }

    private static String withoutNames(String operation) {
        return operation.replaceAll("\\{[^}]*}", "{}");
    }
}
