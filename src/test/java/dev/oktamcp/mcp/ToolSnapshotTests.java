package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.Tool;
import dev.oktamcp.tool.ToolCatalog;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What clients are shown of each tool is in a file of its own, so that a change of it is seen and
/// meant. `-Dsnapshots=update` rewrites the files.
@ServerTest
class ToolSnapshotTests {

    private static final Path DIRECTORY = Path.of("src/test/resources/tools");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final List<JsonNode> tools;

    ToolSnapshotTests(@Autowired ToolCatalog catalog) {
        this.tools =
                catalog.all().stream()
                        .map(Tool::definition)
                        .filter(tool -> tool.exposure() != Exposure.SEARCHABLE)
                        .<JsonNode>map(ToolList::described)
                        .toList();
    }

    @Test
    void everyToolIsAsItsSnapshot() throws IOException {
        for (var tool : tools) {
            var file = DIRECTORY.resolve(tool.path("name").stringValue() + ".json");
            var text = JSON.writeValueAsString(tool) + "\n";
            if ("update".equals(System.getProperty("snapshots"))) {
                Files.createDirectories(DIRECTORY);
                Files.writeString(file, text);
            }
            assertThat(file)
                    .as("Run mvn test -Dtest=ToolSnapshotTests -Dsnapshots=update")
                    .hasContent(text);
        }
    }

    @Test
    void everySnapshotHasItsTool() throws IOException {
        try (var files = Files.list(DIRECTORY)) {
            Set<String> names = new TreeSet<>();
            files.forEach(file -> names.add(file.getFileName().toString().replace(".json", "")));

            assertThat(tools)
                    .extracting(tool -> tool.path("name").stringValue())
                    .hasSameElementsAs(names);
        }
    }
}
