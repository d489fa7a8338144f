package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What the log says of a newer document.
@ExtendWith(OutputCaptureExtension.class)
class DifferencesTests {

    @TempDir private Path directory = Path.of("");
    private final Operations shipped = new Operations(JsonMapper.shared());

    DifferencesTests() throws IOException {}

    @Test
    void tellsWhatIsNewGoneAndChanged(CapturedOutput output) throws IOException {
        var file = MadeUpDocument.in(directory, MadeUpDocument.WIDGETS);

        new GivenDocuments(shipped).applied(new DocumentsProperties(null, file));

        assertThat(output)
                .contains(
                        "Okta's governance API is that of %s (version 9.9.9): 3 operations new, 157 gone, 5 changed"
                                .formatted(file),
                        "New: createWidget (POST /governance/api/v1/widgets), DESTROY until it is"
                                + " reviewed",
                        "Gone: activateResourceRequestConditionV2 (POST ",
                        "Gone: 107 more",
                        "Changed: governanceUpdateOrgSettings (PATCH /governance/api/v7/settings):"
                                + " was PATCH /governance/api/v1/settings, DESTROY until it is"
                                + " reviewed",
                        "Changed: listCampaigns (GET /governance/api/v1/campaigns): scopes,"
                                + " parameters, answer");
        assertThat(output.getAll().lines().filter(line -> line.contains("Gone: "))).hasSize(51);
    }

    @Test
    void whatADocumentSaysOfItselfForgesNoLine(CapturedOutput output) throws IOException {
        var text =
                MadeUpDocument.WIDGETS.replace("version: 9.9.9", "version: \"1\\nForged: line\"");

        new GivenDocuments(shipped)
                .applied(new DocumentsProperties(null, MadeUpDocument.in(directory, text)));

        assertThat(output.getAll().lines()).noneMatch(line -> line.startsWith("Forged"));
    }

    @Test
    void findsNothingWhereNothingIsDifferent() {
        var governance =
                shipped.all().stream().filter(o -> o.api() == Operation.Api.GOVERNANCE).toList();

        assertThat(new Differences(governance, governance).lines(Operation.Api.GOVERNANCE, "it"))
                .isEqualTo(
                        List.of(
                                "Okta's governance API is that of it: 0 operations new, 0 gone, 0"
                                        + " changed"));
    }
}
