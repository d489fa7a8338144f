package dev.oktamcp.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oktamcp.OktaMcpApplication;
import dev.oktamcp.okta.MadeUpDocument;
import dev.oktamcp.okta.Operation;
import dev.oktamcp.okta.Operations;
import dev.oktamcp.tool.KnownOperations;
import dev.oktamcp.tool.OperationFacts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.nio.file.Path;

/// The server with documents of an operator's own, as it is started.
@ExtendWith(OutputCaptureExtension.class)
class NewerDocumentTests {

    @TempDir private Path directory = Path.of("");

    private ConfigurableApplicationContext start(String api, String text) throws IOException {
        return SpringApplication.run(
                OktaMcpApplication.class,
                "--server.port=0",
                "--okta-mcp.data-directory=" + directory,
                "--okta-mcp.okta.documents.%s=%s"
                        .formatted(api, MadeUpDocument.in(directory, text)));
    }

    @Test
    void knowsFindsAndNamesWhatIsNew(CapturedOutput output) throws IOException {
        try (var server = start("governance", MadeUpDocument.WIDGETS)) {
            var widget = server.getBean(Operations.class).require("createWidget");

            assertThat(server.getBean(KnownOperations.class).all())
                    .extracting(OperationFacts::id)
                    .contains("createWidget", "suspendUser")
                    .doesNotContain("getCampaign");
            assertThat(server.getBean(OperationWords.class).sentence(widget))
                    .isEqualTo("Create widget.");
            assertThat(server.getBean(OperationSearch.class).find("new widget")).contains(widget);
            assertThat(output).contains("New: createWidget (POST /governance/api/v1/widgets)");
        }
    }

    @Test
    void doesNotStartWithoutWhatAToolNeeds(CapturedOutput output) throws IOException {
        String most;
        try (var server = start("governance", MadeUpDocument.WIDGETS)) {
            most =
                    MadeUpDocument.of(
                            server.getBean(Operations.class).all().stream()
                                    .filter(o -> o.api() == Operation.Api.MANAGEMENT)
                                    .filter(o -> !o.id().equals("suspendUser"))
                                    .toList());
        }

        assertThatThrownBy(() -> start("management", most)).isInstanceOf(Exception.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .containsPattern(
                        "Tool [a-z_]+ needs Okta's operation suspendUser, which " + directory)
                .contains("Correct it and start again.")
                .doesNotContain("Caused by");
    }

    @Test
    void doesNotStartWithADocumentThatIsNone(CapturedOutput output) {
        assertThatThrownBy(() -> start("management", "no document")).isInstanceOf(Exception.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("okta-mcp.okta.documents.management: " + directory)
                .contains("is no OpenAPI document")
                .doesNotContain("Caused by");
    }
}
