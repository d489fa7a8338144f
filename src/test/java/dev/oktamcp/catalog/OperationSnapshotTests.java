package dev.oktamcp.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.okta.Operation;
import dev.oktamcp.okta.Operations;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What every operation does, on one line of a file, so that a change of it is seen and meant.
/// `-Dsnapshots=update` rewrites the file.
@ServerTest
class OperationSnapshotTests {

    private static final Path FILE = Path.of("src/test/resources/operations.txt");

    private final Operations operations;

    OperationSnapshotTests(@Autowired Operations operations) {
        this.operations = operations;
    }

    @Test
    void everyOperationIsAsInTheSnapshot() throws IOException {
        var text =
                operations.all().stream()
                        .map(OperationSnapshotTests::line)
                        .collect(Collectors.joining("\n", "", "\n"));
        if ("update".equals(System.getProperty("snapshots"))) {
            Files.writeString(FILE, text);
        }

        assertThat(FILE)
                .as("Run mvn test -Dtest=OperationSnapshotTests -Dsnapshots=update")
                .hasContent(text);
    }

    private static String line(Operation operation) {
        var facts = operation.facts();
        var words =
                "%s %s %s %s %s %s"
                        .formatted(
                                operation.id(),
                                operation.http(),
                                operation.path(),
                                facts.effect(),
                                facts.method().word(),
                                String.join(" ", new TreeSet<>(facts.scopes())));
        return words.strip();
    }
}
