package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.oktamcp.okta.compiler.OperationCompiler;
import dev.oktamcp.tool.CredentialKind;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// `operations.json` against what it was made of. Okta's documents are not part of a clone:
/// `-Dokta.openapi` names their directory, `-Dokta.data` that of a table of the same facts which
/// somebody else's program took from them.
class OperationCompilerTests {

    private static final Path FILE = Path.of("src/main/resources/operations.json");

    private static Path given(String property) {
        var directory = System.getProperty(property, "");
        assumeThat(directory)
                .as("not compared: -D%s=DIR does not say where to find the documents", property)
                .isNotEmpty();
        return Path.of(directory);
    }

    @Test
    void isWhatTheDocumentsCompileTo() throws IOException {
        var compiled = OperationCompiler.compile(given("okta.openapi"));

        assertThat(compiled.equals(Files.readString(FILE)))
                .as("Run mvn -Poperations process-classes -Dokta.openapi=DIR")
                .isTrue();
    }

    @Test
    void givenAtTheStartTheDocumentsChangeNothing() throws IOException {
        var directory = given("okta.openapi");
        var shipped = new Operations(JsonMapper.shared());

        var operations =
                new GivenDocuments(shipped)
                        .applied(
                                new DocumentsProperties(
                                        directory.resolve("management.yaml").toString(),
                                        directory.resolve("governance.yaml").toString()));

        assertThat(List.copyOf(operations.all()).equals(List.copyOf(shipped.all()))).isTrue();
    }

    @Test
    void agreesWithAnIndependentTable() throws IOException {
        var table = given("okta.data").resolve("operations.tsv");
        var operations = new Operations(JsonMapper.shared());
        var different = new ArrayList<String>();
        var rows = rows(table);
        for (var row : rows) {
            var expected = row(row);
            var found = facts(operations.require(id(row)));
            if (!found.equals(expected)) {
                different.add("%s: %s, not %s".formatted(id(row), found, expected));
            }
        }

        assertThat(different).isEmpty();
        assertThat(rows).hasSameSizeAs(operations.all());
    }

    private static List<Map<String, String>> rows(Path table) throws IOException {
        var lines = Files.readAllLines(table);
        var names = lines.getFirst().split("\t", -1);
        var rows = new ArrayList<Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            var values = line.split("\t", -1);
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < names.length; i++) {
                row.put(names[i], values[i]);
            }
            if (!"oauth".equals(row.get("api"))) {
                rows.add(row);
            }
        }
        return rows;
    }

    /// The table names its two doubled ids by their tools.
    private static String id(Map<String, String> row) {
        return switch (row.getOrDefault("tool_name", "")) {
            case "governance_get_org_settings" -> "governanceGetOrgSettings";
            case "governance_update_org_settings" -> "governanceUpdateOrgSettings";
            default -> row.getOrDefault("operationId", "");
        };
    }

    private static List<Object> row(Map<String, String> row) {
        var scopes = row.getOrDefault("scopes", "");
        var isPublic = scopes.isEmpty() && "False".equals(row.get("ssws"));
        return List.of(
                row.getOrDefault("api", ""),
                row.getOrDefault("method", ""),
                row.getOrDefault("path", ""),
                scopes.isEmpty() ? Set.of() : Set.of(scopes.split("[ ,;|&+]+")),
                "True".equals(row.get("ssws")) || isPublic,
                !scopes.isEmpty() || isPublic,
                row.getOrDefault("lifecycle", ""),
                "True".equals(row.get("deprecated")),
                !row.getOrDefault("bodyType", "").isEmpty());
    }

    private static List<Object> facts(Operation operation) {
        var lifecycle = operation.lifecycle();
        return List.of(
                operation.api().name().toLowerCase(Locale.ROOT),
                operation.http(),
                operation.path(),
                operation.facts().scopes(),
                operation.facts().credentials().contains(CredentialKind.API_TOKEN),
                operation.facts().credentials().contains(CredentialKind.OAUTH),
                lifecycle == null ? "" : lifecycle.name(),
                operation.deprecated(),
                operation.body() != null);
    }
}
