package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// Documents that can't be used, each with its reason.
class DocumentRefusalTests {

    @TempDir private Path directory = Path.of("");
    private final Operations shipped = new Operations(JsonMapper.shared());

    DocumentRefusalTests() throws IOException {}

    private String refusal(String place) {
        var reason = new String[1];
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new GivenDocuments(shipped).applied(new DocumentsProperties(null, place)))
                .satisfies(e -> reason[0] = e.getMessage());
        return reason[0];
    }

    private String refusalOf(String text) throws IOException {
        return refusal(MadeUpDocument.in(directory, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    openapi: 3.0.3                 | openapi: 3.1.0                    | is written in OpenAPI 3.1.0, and only 3.0 is understood
                    openapi: 3.0.3                 | swagger: x                        | is no OpenAPI document
                    paths:                         | ways:                             | has no operation in it
                    operationId: createWidget      | x-id: none                        | has no operationId at POST /governance/api/v1/widgets
                    operationId: createWidget      | operationId: listWidgets          | has two operations with the operationId listWidgets
                    operationId: createWidget      | operationId: "create\\nWidget"  | that is no name: create\ufffdWidget
                    tags: [Odd Widgets]            | tags: []                          | has no tag for listWidgets (GET /governance/api/v1/widgets)
                    schemas/Widget'}}              | schemas/Gone'}}                   | refers to #/components/schemas/Gone, which is not in it
                    /governance/api/v1/widgets:    | "@evil.example/widgets":          | has a path for listWidgets that is none: @evil.example/widgets
                    v1/widgets/{widgetId}:         | v1/../../x/{widgetId}:            | has a path for getUser that is none: /governance
                    v1/widgets/{widgetId}:         | v1/widgets/{gadgetId}:            | describes getUser (GET /governance/api/v1/widgets/{gadgetId}) in a way that is not understood: its path has [gadgetId], its parameters [widgetId]
                    name: filter, in: query        | name: "a b", in: query            | it has a parameter that can't be sent: a b
                    name: filter, in: query        | name: filter, in: nowhere         | it has a parameter that can't be sent: filter
                    name: filter, in: query        | name: "X: y", in: header          | it has a parameter that can't be sent: X: y
                    application/json:              | "a b/json":                       | its body has the type a b/json
                    info: {                        | info: {{                          | is neither YAML nor JSON: Non scalar key
                    openapi: 3.0.3                 | openapi: [                        | is neither YAML nor JSON: line
                    securitySchemes:               | schemes:                          | describes listCampaigns (GET /governance/api/v1/campaigns) in a way that is not understood
                    """)
    void refusesADocument(String text, String by, String reason) throws IOException {
        assertThat(MadeUpDocument.WIDGETS).contains(text);

        assertThat(refusalOf(MadeUpDocument.WIDGETS.replace(text, by)))
                .startsWith(
                        "okta-mcp.okta.documents.governance: %s "
                                .formatted(directory.resolve("document.yaml")))
                .contains(reason)
                .doesNotContain(".. ")
                .endsWith("then the one that came with this server counts.");
    }

    @Test
    void refusesTheDocumentOfTheOtherApi() throws IOException {
        var management =
                shipped.all().stream().filter(o -> o.api() == Operation.Api.MANAGEMENT).toList();

        assertThat(refusalOf(MadeUpDocument.of(management)))
                .contains("is the document of Okta's management API");
    }

    @Test
    void refusesTheDocumentOfSomebodyElse() throws IOException {
        assertThat(refusalOf(MadeUpDocument.WIDGETS.replace("/governance/", "/elsewhere/")))
                .contains("has no operation of Okta's governance API that is known here");
    }

    @Test
    void refusesWhatIsEmptyOrNoDocument() throws IOException {
        assertThat(refusalOf("")).contains("is empty");
        assertThat(refusalOf("hello there")).contains("is no OpenAPI document");
        assertThat(refusalOf("{\"openapi\": ")).contains("is no JSON");
        assertThat(refusalOf("[".repeat(100_000))).contains("is nested too deeply");
    }

    @Test
    void refusesWhatIsSmallHereAndHugeWrittenOut() throws IOException {
        var aliases = new StringBuilder("a0: &a0 {x: 1}\n");
        var references = new StringBuilder("    Gone: {type: string}\n");
        for (int i = 1; i < 60; i++) {
            aliases.append("a%1$d: &a%1$d {x: *a%2$d, y: *a%2$d}\n".formatted(i, i - 1));
        }
        for (int i = 0; i < 60; i++) {
            references.append(
                    "    B%d: {properties: {x: {$ref: '#/components/schemas/B%d'}, y: {$ref: '#/components/schemas/B%2$d'}}}%n"
                            .formatted(i, i + 1));
        }
        references.append("    B60: {type: string}\n");

        assertThat(refusalOf(MadeUpDocument.WIDGETS + aliases))
                .contains("is too large when its YAML aliases are written out");
        assertThat(
                        refusalOf(
                                MadeUpDocument.WIDGETS.replace("schemas/Widget'}}", "schemas/B0'}}")
                                        + references))
                .contains("is too large when its references are written out");
        assertThat(refusalOf("a: &a\n  b: *a\n")).contains("has a YAML alias that contains itself");
    }

    @Test
    void refusesReferencesInACircle() throws IOException {
        var circle =
                MadeUpDocument.WIDGETS.replace(
                        "    Widgets:\n",
                        "    Widgets: {$ref: '#/components/responses/Widgets'}\n    Rest:\n");

        assertThat(refusalOf(circle)).contains("has references that lead in a circle");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThat(refusal(directory + "/none.yaml")).contains("/none.yaml does not exist.");
        assertThat(refusal("file://" + directory + "/none.yaml"))
                .contains("none.yaml does not exist.");
        assertThat(refusal(directory.toString())).contains(directory + " is a directory.");
        assertThat(refusal("file:none.yaml")).contains("what is given is no file URL");
    }

    @Test
    void refusesAFileThatIsTooLarge() throws IOException {
        var large = directory.resolve("large");
        try (var file = Files.newByteChannel(large, Set.of(CREATE_NEW, WRITE))) {
            file.position(32 * 1024 * 1024).write(ByteBuffer.wrap(new byte[] {1}));
        }

        assertThat(refusal(large.toString())).contains(large + " is larger than 32 MB.");
    }

    @ParameterizedTest
    @CsvSource({
        "http://docs.example/canary.yaml, is neither a file nor an https URL",
        "ftp://localhost/canary.yaml, is neither a file nor an https URL",
        "https:///canary.yaml, is a URL that names no host",
        "https://u:canary@docs.example/a b.yaml, is no URL that can be read",
    })
    void refusesAUrlThatIsNoneWithoutShowingIt(String url, String reason) {
        assertThat(refusal(url)).contains("what is given " + reason).doesNotContain("canary");
    }
}
