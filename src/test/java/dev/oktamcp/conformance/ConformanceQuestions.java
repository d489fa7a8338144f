package dev.oktamcp.conformance;

import static dev.oktamcp.conformance.FixtureTools.nothing;
import static dev.oktamcp.conformance.FixtureTools.schema;
import static dev.oktamcp.conformance.FixtureTools.success;
import static dev.oktamcp.conformance.FixtureTools.text;
import static dev.oktamcp.conformance.FixtureTools.tool;

import dev.oktamcp.tool.Content;
import dev.oktamcp.tool.InputRequest;
import dev.oktamcp.tool.InputRequest.Kind;
import dev.oktamcp.tool.Tool;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolResult;
import dev.oktamcp.tool.ToolSource;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Profile;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The suite's tools that ask the client for something. The keys are the suite's.
@Profile("conformance")
@TestConfiguration(proxyBeanMethods = false)
public final class ConformanceQuestions implements ToolSource {

    private static final String ROUND_TRIP = "test_input_required_result_";

    @Override
    public List<Tool> tools() {
        return List.of(
                tool("test_sampling", text("prompt"), ConformanceQuestions::sample),
                tool("test_elicitation", text("message"), ConformanceQuestions::elicit),
                asking("test_elicitation_sep1034_defaults", Map.of("form", form("form_defaults"))),
                asking("test_elicitation_sep1330_enums", Map.of("form", form("form_enums"))),
                asking("test_missing_capability", Map.of("text", sampling("Anything"))),
                asking("test_streaming_elicitation", Map.of("name", name("What is your name?"))),
                asking(ROUND_TRIP + "elicitation", Map.of("user_name", name("Your name?"))),
                asking(ROUND_TRIP + "sampling", Map.of("capital_question", sampling("Capital?"))),
                asking(ROUND_TRIP + "list_roots", Map.of("client_roots", roots())),
                asking(ROUND_TRIP + "request_state", Map.of("confirm", name("Please confirm"))),
                asking(ROUND_TRIP + "tampered_state", Map.of("confirm", name("Please confirm"))),
                asking(ROUND_TRIP + "multiple_inputs", several()),
                tool(ROUND_TRIP + "multi_round", nothing(), ConformanceQuestions::twice),
                tool(ROUND_TRIP + "capabilities", nothing(), ConformanceQuestions::whatItCan));
    }

    private static Tool asking(String name, Map<String, InputRequest> requests) {
        return tool(name, nothing(), call -> answered(call.interaction().inputs(requests)));
    }

    /// `state-ok` is what the suite looks for where the state of a request has come back: without
    /// it no answer would have been taken.
    private static ToolResult answered(Map<String, ObjectNode> answers) {
        return success(new Content.Text("state-ok. The client said: " + answers));
    }

    private static ToolResult sample(ToolCall call) {
        var request = sampling(String.valueOf(call.arguments().get("prompt")));
        var answer = call.interaction().inputs(Map.of("text", request)).get("text");
        return success(new Content.Text("LLM response: " + answer));
    }

    private static ToolResult elicit(ToolCall call) {
        var message = String.valueOf(call.arguments().get("message"));
        var request = form(message, schema("form_user"));
        var answer = call.interaction().inputs(Map.of("form", request)).get("form");
        return success(new Content.Text("User response: " + answer));
    }

    private static ToolResult twice(ToolCall call) {
        var first = call.interaction().inputs(Map.of("step1", name("Step 1: your name?")));
        var second = call.interaction().inputs(Map.of("step2", name("Step 2: your colour?")));
        return success(new Content.Text("First " + first + ", then " + second));
    }

    private static ToolResult whatItCan(ToolCall call) {
        var requests = new LinkedHashMap<>(several());
        requests.values().removeIf(request -> !call.interaction().can(request.kind()));
        return answered(call.interaction().inputs(requests));
    }

    private static Map<String, InputRequest> several() {
        var requests = new LinkedHashMap<String, InputRequest>();
        requests.put("user_name", name("What is your name?"));
        requests.put("greeting", sampling("Generate a greeting"));
        requests.put("client_roots", roots());
        return requests;
    }

    static InputRequest name(String message) {
        var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        schema.putObject("properties").putObject("name").put("type", "string");
        schema.putArray("required").add("name");
        return form(message, schema);
    }

    private static InputRequest form(String schema) {
        return form("Please fill this in", schema(schema));
    }

    private static InputRequest form(String message, ObjectNode schema) {
        var params = JsonNodeFactory.instance.objectNode().put("message", message);
        params.set("requestedSchema", schema);
        return new InputRequest(Kind.FORM, params);
    }

    private static InputRequest sampling(String prompt) {
        var params = JsonNodeFactory.instance.objectNode();
        params.putArray("messages")
                .addObject()
                .put("role", "user")
                .putObject("content")
                .put("type", "text")
                .put("text", prompt);
        return new InputRequest(Kind.SAMPLING, params.put("maxTokens", 100));
    }

    private static InputRequest roots() {
        return new InputRequest(Kind.ROOTS, JsonNodeFactory.instance.objectNode());
    }
}
