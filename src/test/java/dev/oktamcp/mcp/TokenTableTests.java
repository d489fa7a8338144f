package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.fixture.Tokens;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.server.ToolExposure;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.Tool;
import dev.oktamcp.tool.ToolCatalog;
import dev.oktamcp.tool.ToolDefinition;
import dev.oktamcp.tool.Toolset;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the list of tools costs a model, in a table that is checked in. `-Dsnapshots=update`
/// rewrites it.
@ServerTest
class TokenTableTests {

    private static final Path TABLE = Path.of("src/docs/tokens.md");
    private static final String HEAD =
            """
            # What lists of tools cost

            Tokens (o200k_base) of what `tools/list` answers, all its pages together: names, titles, descriptions, schemas and hints as JSON.
            Other models count some tenths more or less. Written by `mvn test -Dtest=TokenTableTests -Dsnapshots=update`.

            | what a URL shows | tools | tokens |
            |---|--:|--:|
            """;

    private final TestServers servers;
    private final List<ToolDefinition> listed;

    TokenTableTests(@Autowired TestServers servers, @Autowired ToolCatalog catalog) {
        this.servers = servers;
        this.listed =
                catalog.all().stream()
                        .map(Tool::definition)
                        .filter(tool -> tool.exposure() != Exposure.SEARCHABLE)
                        .toList();
    }

    private List<JsonNode> tools(ToolExposure exposure, Set<String> methods, String... tags) {
        var filter = new Filter(methods, Set.of(tags), Set.of(), Set.of(), Set.of());
        var client = RawClient.connected(servers.with(new Config(filter, exposure, false), null));
        var tools = new ArrayList<JsonNode>();
        var params = "{}";
        do {
            var page = client.request("tools/list", params).path("result");
            page.path("tools").forEach(tools::add);
            var cursor = page.path("nextCursor").asString("");
            params = cursor.isEmpty() ? "" : "{\"cursor\":\"%s\"}".formatted(cursor);
        } while (!params.isEmpty());
        tools.removeIf(tool -> tool.path("name").asString("").startsWith("test_"));
        return tools;
    }

    private List<JsonNode> tools(ToolExposure exposure, String... tags) {
        return tools(exposure, Set.of("read", "write", "custom"), tags);
    }

    private static int tokens(List<JsonNode> tools) {
        return Tokens.of(tools.stream().map(JsonNode::toString).collect(Collectors.joining(",")));
    }

    private static String line(String name, List<JsonNode> tools) {
        return "| %s | %d | %,d |\n".formatted(name, tools.size(), tokens(tools));
    }

    private Stream<String> toolsets() {
        return Stream.of(Toolset.values())
                .filter(toolset -> toolset != Toolset.SERVER)
                .filter(toolset -> listed.stream().anyMatch(tool -> tool.toolset() == toolset))
                .map(toolset ->
                        line(
                                "the tag `%s`".formatted(toolset.tag()),
                                tools(ToolExposure.DEFAULT, toolset.tag())));
    }

    private String table() {
        var five = tools(ToolExposure.DISCOVERY);
        return HEAD
                + line("`default`", tools(ToolExposure.DEFAULT))
                + line("`default`, read only", tools(ToolExposure.DEFAULT, Set.of("read")))
                + line("`discovery`", five)
                + line("`all`", tools(ToolExposure.ALL))
                + toolsets().collect(Collectors.joining())
                + line("any other toolset's tag", tools(ToolExposure.DEFAULT, "realms"));
    }

    @Test
    void theTableIsAsWritten() throws IOException {
        var table = table();
        if ("update".equals(System.getProperty("snapshots"))) {
            Files.writeString(TABLE, table);
        }

        assertThat(TABLE)
                .as("Run mvn test -Dtest=TokenTableTests -Dsnapshots=update")
                .hasContent(table);
    }

    @Test
    void listsStayAffordable() {
        assertThat(tokens(tools(ToolExposure.DEFAULT))).isLessThanOrEqualTo(12_000);
        assertThat(tokens(tools(ToolExposure.DISCOVERY))).isLessThanOrEqualTo(1_500);
    }

    @Test
    void noToolIsLong() {
        assertThat(listed)
                .allSatisfy(tool ->
                        assertThat(
                                        Tokens.of(
                                                JsonMapper.shared()
                                                        .writeValueAsString(
                                                                ToolList.described(tool))))
                                .as(tool.name())
                                .isLessThanOrEqualTo(700));
    }
}
