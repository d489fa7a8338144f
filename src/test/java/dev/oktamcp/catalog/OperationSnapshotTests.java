package dev.oktamcp.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.okta.Operation;
import dev.oktamcp.okta.Operations;
import dev.oktamcp.tool.Sha256;
import dev.oktamcp.tool.ToolDefinition;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What every operation does, on one line of a file, so that a change of it is seen and meant.
/// `-Dsnapshots=update` rewrites the file.
@ServerTest
class OperationSnapshotTests {

    private static final Path FILE = Path.of("src/test/resources/operations.txt");
    private static final Path TOOLS = Path.of("src/test/resources/operation-tools.txt");

    private final Operations operations;
    private final OperationTools tools;

    OperationSnapshotTests(@Autowired Operations operations, @Autowired OperationTools tools) {
        this.operations = operations;
        this.tools = tools;
    }

    @Test
    void everyOperationIsAsInTheSnapshot() throws IOException {
        check(FILE, OperationSnapshotTests::line);
    }

    @Test
    void everyOperationsToolIsAsInTheSnapshot() throws IOException {
        check(TOOLS, operation -> line(tools.require(operation.id())));
    }

    private void check(Path file, Function<Operation, String> line) throws IOException {
        var text = operations.all().stream().map(line).collect(Collectors.joining("\n", "", "\n"));
        if ("update".equals(System.getProperty("snapshots"))) {
            Files.writeString(file, text);
        }

        assertThat(file)
                .as("Run mvn test -Dtest=OperationSnapshotTests -Dsnapshots=update")
                .hasContent(text);
    }

    /// What a client is shown: of the schema its length and the first digits of its SHA-256.
    private static String line(ToolDefinition tool) {
        var schema = tool.inputSchema().toString();
        return "%s %s %s %s %d %s %s"
                .formatted(
                        tool.name(),
                        tool.toolset().tag(),
                        tool.effect(),
                        tool.idempotent() ? "idempotent" : "once",
                        schema.length(),
                        HexFormat.of().formatHex(Sha256.of(schema.getBytes(UTF_8)), 0, 4),
                        tool.description());
    }

    private static String line(Operation operation) {
        var facts = operation.facts();
        var words =
                "%s %s %s %s%s %s %s"
                        .formatted(
                                operation.id(),
                                operation.http(),
                                operation.path(),
                                facts.effect(),
                                facts.sensitive() ? " sensitive" : "",
                                facts.method().word(),
                                String.join(" ", new TreeSet<>(facts.scopes())));
        return words.strip();
    }
}
