package dev.oktamcp.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.okta.Operations;
import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.Tool;
import dev.oktamcp.tool.ToolCatalog;
import dev.oktamcp.tool.ToolDefinition;
import dev.oktamcp.tool.Toolset;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Rules for every tool there is, those that are made of Okta's operations too: what clients are
/// known to refuse, and what a model must not be misled by.
@ServerTest
class WholeCatalogTests {

    /// Keywords under which a schema holds schemas.
    private static final List<String> PARTS = List.of("items", "additionalProperties");

    private static final List<String> CHOICES = List.of("anyOf", "allOf");

    private static final Set<String> KEYWORDS =
            Set.of(
                    "type",
                    "properties",
                    "required",
                    "items",
                    "additionalProperties",
                    "anyOf",
                    "allOf",
                    "enum",
                    "format",
                    "pattern",
                    "default",
                    "description",
                    "title",
                    "minimum",
                    "maximum",
                    "exclusiveMinimum",
                    "exclusiveMaximum",
                    "multipleOf",
                    "minLength",
                    "maxLength",
                    "minItems",
                    "maxItems",
                    "uniqueItems",
                    "minProperties",
                    "maxProperties",
                    "contentEncoding");

    private static final Set<String> READING_POSTS =
            Set.of(
                    "createPolicySimulation",
                    "generateMySecurityAccessReviewAccessesSummary",
                    "generateMySecurityAccessReviewSummary",
                    "generatePotentialRiskAssessments",
                    "generateSecurityAccessReviewAccessesSummary",
                    "generateSecurityAccessReviewSummary",
                    "submitGroupAttributeQuery");

    private final ToolCatalog catalog;
    private final Operations operations;
    private final List<ToolDefinition> tools;

    WholeCatalogTests(@Autowired ToolCatalog catalog, @Autowired Operations operations) {
        this.catalog = catalog;
        this.operations = operations;
        var own =
                operations.all().stream()
                        .map(operation -> catalog.ofOperation(operation.id()).orElseThrow());
        this.tools =
                Stream.concat(catalog.all().stream(), own)
                        .map(Tool::definition)
                        .filter(tool -> !tool.name().startsWith("test_"))
                        .distinct()
                        .toList();
    }

    @Test
    void thereIsAToolForEveryOperation() {
        assertThat(tools).hasSizeGreaterThan(operations.all().size());
        assertThat(operations.all())
                .allSatisfy(operation -> {
                    var own = catalog.ofOperation(operation.id()).orElseThrow().definition();
                    assertThat(own.requires()).containsExactly(operation.facts());
                    assertThat(own.effect()).isEqualTo(operation.facts().effect());
                    assertThat(own.exposure()).isEqualTo(Exposure.SEARCHABLE);
                });
    }

    /// Who knows the operation finds it behind its name.
    @Test
    void aToolWithTheNameOfAnOperationUsesIt() {
        assertThat(operations.all())
                .allSatisfy(operation ->
                        assertThat(catalog.find(operation.tool()).orElseThrow().definition())
                                .matches(tool -> tool.uses(operation.id()), operation.id()));
    }

    @Test
    void namesAndTextsFitEveryClient() {
        assertThat(tools)
                .allSatisfy(tool -> {
                    assertThat(tool.name()).matches("[a-z][a-z0-9_]{0,63}");
                    assertThat(tool.title()).isNotBlank().hasSizeLessThanOrEqualTo(100);
                    assertThat(tool.description())
                            .matches("[\\x20-\\x7e]{10,1024}")
                            .doesNotContainIgnoringCase("ignore ", "http:", "https:", "<", ">");
                });
    }

    /// What only reads sends nothing but GET, and a few POSTs that were looked at one by one.
    @Test
    void hintsAreTrueToWhatIsSent() {
        assertThat(tools)
                .filteredOn(tool -> !tool.leadsOn())
                .allSatisfy(tool ->
                        assertThat(tool.requires())
                                .allSatisfy(used -> {
                                    var http = operations.require(used.id()).http();
                                    if (tool.effect() == Effect.READ
                                            && !READING_POSTS.contains(used.id())) {
                                        assertThat(http).as(used.id()).isEqualTo("GET");
                                    }
                                }));
    }

    @Test
    void everyOperationBelongsToOneToolset() {
        var tags = Stream.of(Toolset.values()).map(Toolset::tag).toList();

        assertThat(operations.all())
                .allSatisfy(operation ->
                        assertThat(operation.facts().tags()).filteredOn(tags::contains).hasSize(1));
    }

    /// Claude's API refuses `$ref`, a choice at the top, and property names with other signs.
    @Test
    void schemasAreAsClaudeTakesThem() {
        assertThat(tools)
                .allSatisfy(tool -> {
                    var schema = tool.inputSchema();
                    assertThat(schema.path("type").asString("")).isEqualTo("object");
                    assertThat(schema.propertyNames())
                            .doesNotContain("anyOf", "oneOf", "allOf", "enum", "not");
                    each(
                            schema,
                            part ->
                                    assertThat(part.path("properties").propertyNames())
                                            .as(tool.name())
                                            .allMatch(
                                                    name -> name.matches("[a-zA-Z0-9_.-]{1,64}")));
                    assertThat(schema.toString()).doesNotContain("\"$ref\"", "\"$defs\"");
                });
    }

    /// Copilot Studio takes one type at a place, and `exclusiveMinimum` as a number; OpenAI wants
    /// to know of what an array is; nobody knows keywords of OpenAPI.
    @Test
    void schemasAreAsOthersTakeThem() {
        assertThat(tools)
                .allSatisfy(tool ->
                        each(
                                tool.inputSchema(),
                                part -> {
                                    assertThat(part.path("type").isArray())
                                            .as(tool.name())
                                            .isFalse();
                                    assertThat(KEYWORDS)
                                            .as(tool.name())
                                            .containsAll(part.propertyNames());
                                    if (part.path("type").asString("").equals("array")) {
                                        assertThat(part.path("items").isObject())
                                                .as(tool.name())
                                                .isTrue();
                                    }
                                }));
    }

    @Test
    void schemasAreClosedAtTheTopAndEveryArgumentIsDescribed() {
        assertThat(tools)
                .allSatisfy(tool -> {
                    var schema = tool.inputSchema();
                    assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
                    for (var argument : schema.path("properties").properties()) {
                        var value = argument.getValue();
                        assertThat(value.path("description").asString(""))
                                .as("%s %s", tool.name(), argument.getKey())
                                .matches("[\\x20-\\x7e]{5,300}");
                        if (isFreeText(argument.getKey(), value)) {
                            assertThat(value.has("maxLength")).as(tool.name()).isTrue();
                        }
                    }
                });
    }

    private static boolean isFreeText(String name, JsonNode value) {
        return value.path("type").asString("").equals("string")
                && !value.has("enum")
                && !name.equals("body");
    }

    /// A list with one enormous schema is refused as a whole by more than one client.
    @Test
    void noSchemaIsLarge() {
        assertThat(tools)
                .allSatisfy(tool ->
                        assertThat(tool.inputSchema().toString())
                                .as(tool.name())
                                .hasSizeLessThan(8_000));
    }

    @Test
    void schemasAreValidAndTheExamplesFitThem() {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        var meta = SpecificationVersion.DRAFT_2020_12.getDialectId();
        var metaSchema = registry.getSchema(com.networknt.schema.SchemaLocation.of(meta));

        assertThat(tools)
                .allSatisfy(tool -> {
                    assertThat(metaSchema.validate(tool.inputSchema())).as(tool.name()).isEmpty();
                    var example = ExampleArguments.of(tool.inputSchema());
                    assertThat(registry.getSchema(tool.inputSchema()).validate(example))
                            .as("%s %s", tool.name(), example)
                            .isEmpty();
                });
    }

    private static void each(JsonNode schema, Consumer<JsonNode> action) {
        action.accept(schema);
        schema.path("properties").forEach(property -> each(property, action));
        for (var keyword : PARTS) {
            if (schema.path(keyword).isObject()) {
                each(schema.path(keyword), action);
            }
        }
        for (var keyword : CHOICES) {
            schema.path(keyword).forEach(variant -> each(variant, action));
        }
    }
}
