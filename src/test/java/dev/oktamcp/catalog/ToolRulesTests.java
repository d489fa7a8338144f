package dev.oktamcp.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.Tool;
import dev.oktamcp.tool.ToolCatalog;
import dev.oktamcp.tool.ToolDefinition;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Set;

/// Rules for every tool that is listed, by itself or with its toolset.
@ServerTest
class ToolRulesTests {

    /// First words of names; Okta's own life-cycle words belong to them.
    private static final Set<String> VERBS =
            Set.of(
                    "activate",
                    "add",
                    "assign",
                    "call",
                    "compare",
                    "contain",
                    "count",
                    "create",
                    "deactivate",
                    "delete",
                    "describe",
                    "expire",
                    "explain",
                    "find",
                    "export",
                    "get",
                    "list",
                    "offboard",
                    "parse",
                    "reactivate",
                    "remove",
                    "replace",
                    "reset",
                    "revoke",
                    "search",
                    "send",
                    "show",
                    "simulate",
                    "suspend",
                    "unassign",
                    "unenroll",
                    "unlock",
                    "unsuspend",
                    "update",
                    "upload",
                    "upsert",
                    "verify");

    /// What ChatGPT calls its pair, and names that people know from other servers.
    private static final Set<String> GIVEN =
            Set.of("search", "fetch", "okta_test", "user_incident_summary");

    private final List<ToolDefinition> tools;

    ToolRulesTests(@Autowired ToolCatalog catalog) {
        this.tools =
                catalog.all().stream()
                        .map(Tool::definition)
                        .filter(tool -> tool.exposure() != Exposure.SEARCHABLE)
                        .toList();
    }

    @Test
    void namesBeginWithAVerbAndFitEveryClient() {
        assertThat(tools)
                .extracting(ToolDefinition::name)
                .isNotEmpty()
                .filteredOn(name -> !GIVEN.contains(name))
                .allSatisfy(name -> {
                    assertThat(name).matches("[a-z]+(_[a-z]+)+").hasSizeLessThanOrEqualTo(48);
                    assertThat(VERBS).contains(name.substring(0, name.indexOf('_')));
                });
    }

    @Test
    void descriptionsBeginWithWhatComesBackAndArePlain() {
        assertThat(tools)
                .extracting(ToolDefinition::description)
                .allSatisfy(text ->
                        assertThat(text)
                                .startsWith("Returns ")
                                .matches("\\p{ASCII}+")
                                .hasSizeLessThanOrEqualTo(1024));
    }

    @Test
    void schemasAreClosedAndEveryPropertyIsDescribed() {
        for (var tool : tools) {
            var schema = tool.inputSchema();
            assertThat(schema.path("type").asString("")).isEqualTo("object");
            assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
            assertThat(schema.toString())
                    .doesNotContain("$ref")
                    .doesNotContain("oneOf")
                    .doesNotContain("anyOf")
                    .doesNotContain("allOf");
            assertThat(schema.path("properties").values())
                    .allSatisfy(property ->
                            assertThat(property.path("description").asString(""))
                                    .hasSizeGreaterThan(10));
        }
    }
}
