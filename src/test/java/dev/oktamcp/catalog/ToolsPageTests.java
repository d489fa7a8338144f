package dev.oktamcp.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.tool.AskBefore;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.OperationFacts;
import dev.oktamcp.tool.Tool;
import dev.oktamcp.tool.ToolCatalog;
import dev.oktamcp.tool.ToolDefinition;
import dev.oktamcp.tool.Toolset;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// `src/docs/tools.md`: every tool that is written by hand. `-Dsnapshots=update` rewrites it.
@ServerTest
class ToolsPageTests {

    private static final Path PAGE = Path.of("src/docs/tools.md");
    private static final int MOST = 30;
    private static final String HEAD =
            """
            # The tools

            {count} tools that are written by hand, by toolset (the value of a tag in a filter, and of `/x/{toolset}` in a URL). All other
            operations of Okta's have a tool each, which `search_operations` finds and `call_read`, `call_change` and `call_destroy`
            call. Written by `mvn test -Dtest=ToolsPageTests -Dsnapshots=update`.

            - **Effect**: `READ` changes nothing; `CHANGE` can be taken back by an opposite call; `DESTROY` cannot, or cuts off many. All
              that change take `dry_run`.
            - **Asks**: whether a human is asked first where a server's `confirm` is `destroy`, the default: for what destroys and what
              gives power or credentials. A call of any other tool asks where it holds a secret, such as a password. With `change`, every
              `CHANGE` asks.
            - **Optional**: operations of Okta's that add a part to the answer, do a step or show what a call is about; where the filter
              does not allow them, that part is left out and named.
            - **Listed**: `always`; by `default`; with the `tag` of its toolset. Listed or not, what the filter allows can be called.
            """;

    private final SortedMap<Toolset, List<ToolDefinition>> byToolset;

    ToolsPageTests(@Autowired ToolCatalog catalog) {
        this.byToolset =
                catalog.all().stream()
                        .map(Tool::definition)
                        .filter(tool -> tool.exposure() != Exposure.SEARCHABLE)
                        .collect(
                                Collectors.groupingBy(
                                        ToolDefinition::toolset,
                                        TreeMap::new,
                                        Collectors.toList()));
    }

    private String page() {
        var page = new StringBuilder(HEAD.replace("{count}", "" + count()));
        byToolset.forEach((toolset, tools) -> {
            page.append("\n## ").append(toolset.tag()).append("\n\n");
            page.append("| tool | what it does | effect | asks | optional | listed |\n");
            page.append("|---|---|---|---|---|---|\n");
            tools.forEach(tool -> page.append(line(tool)));
        });
        return page.toString();
    }

    private int count() {
        return byToolset.values().stream().mapToInt(List::size).sum();
    }

    private static String line(ToolDefinition tool) {
        return "| `%s` | %s | %s | %s | %s | %s |\n"
                .formatted(
                        tool.name(),
                        firstSentence(tool.description()).replace("|", "\\|"),
                        tool.effect(),
                        AskBefore.DESTROY.asksBefore(tool.effect(), tool.sensitive()) ? "yes" : "",
                        optional(tool),
                        listed(tool.exposure()));
    }

    private static String firstSentence(String description) {
        return description.split("(?<=\\.) ", 2)[0];
    }

    private static String optional(ToolDefinition tool) {
        return tool.optional().stream()
                .map(OperationFacts::id)
                .map("`%s`"::formatted)
                .collect(Collectors.joining(", "));
    }

    private static String listed(Exposure exposure) {
        return switch (exposure) {
            case GENERIC -> "always";
            case CORE -> "default";
            case TOOLSET -> "tag";
            case SEARCHABLE -> throw new IllegalArgumentException("Not written by hand");
        };
    }

    @Test
    void thePageIsAsTheTools() throws IOException {
        var page = page();
        if ("update".equals(System.getProperty("snapshots"))) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE)
                .as("Run mvn test -Dtest=ToolsPageTests -Dsnapshots=update")
                .hasContent(page);
    }

    @Test
    void noToolsetIsLongerThanAModelCanLookOver() {
        assertThat(byToolset)
                .allSatisfy((toolset, tools) ->
                        assertThat(tools).as(toolset.tag()).hasSizeLessThanOrEqualTo(MOST));
    }
}
