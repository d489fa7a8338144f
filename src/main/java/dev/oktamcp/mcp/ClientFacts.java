package dev.oktamcp.mcp;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.oktamcp.tool.InputRequest;
import dev.oktamcp.tool.PlainText;

import tools.jackson.databind.JsonNode;

/// What a client says of itself. Proof of nothing.
///
/// @param name of the program
/// @param forms whether it can put a question to its user
/// @param sampling whether it lends its model
/// @param roots whether it tells the folders it works in
record ClientFacts(
        @JsonProperty("n") String name,
        @JsonProperty("f") boolean forms,
        @JsonProperty("s") boolean sampling,
        @JsonProperty("r") boolean roots) {

    private static final int LONGEST_NAME = 60;

    static ClientFacts of(JsonNode info, JsonNode capabilities) {
        return new ClientFacts(
                PlainText.of(info.path("name").asString("unknown"), LONGEST_NAME),
                forms(capabilities.path("elicitation")),
                capabilities.path("sampling").isObject(),
                capabilities.path("roots").isObject());
    }

    /// An empty `elicitation` means forms (2025-11-25, Elicitation, Capabilities).
    private static boolean forms(JsonNode elicitation) {
        return elicitation.isObject() && (elicitation.isEmpty() || elicitation.has("form"));
    }

    ClientFacts withoutForms() {
        return new ClientFacts(name, false, sampling, roots);
    }

    boolean can(InputRequest.Kind kind) {
        return switch (kind) {
            case FORM -> forms;
            case SAMPLING -> sampling;
            case ROOTS -> roots;
        };
    }
}
