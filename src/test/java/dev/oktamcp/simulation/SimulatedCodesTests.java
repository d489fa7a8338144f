package dev.oktamcp.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;

/// Holds error codes and event types against Okta's catalogues of both.
@EnabledIfSystemProperty(
        named = "okta.data",
        matches = ".+",
        disabledReason = "Give the directory of Okta's catalogues as -Dokta.data")
class SimulatedCodesTests {

    @Test
    void answersWithDocumentedCodesAndStatuses() throws Exception {
        var documented = new ArrayList<String>();
        for (var error : catalogue("error-codes.json").findParents("errorCode")) {
            documented.add(Json.text(error, "errorCode") + " " + error.path("httpStatus").asInt());
        }
        var own = new ArrayList<String>();
        for (var code : ErrorCode.values()) {
            own.add(code.name() + " " + code.status());
        }

        assertThat(documented).containsAll(own);
    }

    @Test
    void writesDocumentedEvents() throws Exception {
        var documented = new ArrayList<String>();
        for (var type : catalogue("event-types.json").findValues("eventType")) {
            documented.add(type.asString());
        }

        assertThat(documented)
                .containsAll(Arrays.stream(LogEventType.values()).map(LogEventType::id).toList());
    }

    private static JsonNode catalogue(String name) throws IOException {
        return Json.literal(
                Files.readString(Path.of(System.getProperty("okta.data", "")).resolve(name)));
    }
}
