package dev.oktamcp.conformance;

import dev.oktamcp.tool.Content;
import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.Tool;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolDefinition;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolHandler;
import dev.oktamcp.tool.ToolResult;
import dev.oktamcp.tool.ToolSource;
import dev.oktamcp.tool.Toolset;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Profile;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;

/// What the conformance suite calls by name. The names and the answers are the suite's; the way
/// there is that of every other tool.
@Profile("conformance")
@TestConfiguration(proxyBeanMethods = false)
public final class ConformanceTools implements ToolSource {

    private static final Duration BETWEEN_STEPS = Duration.ofMillis(50);

    /// One red pixel.
    private static final Content IMAGE =
            new Content.Image(
                    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQD3A0FDAAAAAElFTkSuQmCC",
                    "image/png");

    /// Four samples of silence.
    private static final Content AUDIO =
            new Content.Audio(
                    "UklGRigAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQQAAACAgICA",
                    "audio/wav");

    private static final Content RESOURCE =
            new Content.Resource(
                    "test://embedded-resource",
                    "text/plain",
                    "This is an embedded resource content.");

    private static final Content JSON_RESOURCE =
            new Content.Resource(
                    "test://mixed-content-resource",
                    "application/json",
                    "{\"test\":\"data\",\"value\":123}");

    @Override
    public List<Tool> tools() {
        return List.of(
                showing(
                        "test_simple_text",
                        new Content.Text("This is a simple text response for testing.")),
                showing("test_image_content", IMAGE),
                showing("test_audio_content", AUDIO),
                showing("test_embedded_resource", RESOURCE),
                showing(
                        "test_multiple_content_types",
                        new Content.Text("Multiple content types test:"),
                        IMAGE,
                        JSON_RESOURCE),
                tool("test_error_handling", nothing(), ConformanceTools::fail),
                tool("test_tool_with_progress", nothing(), ConformanceTools::progress),
                tool("test_elicitation", message(), ConformanceTools::ask));
    }

    private static Tool showing(String name, Content... content) {
        return tool(name, nothing(), _ -> success(content));
    }

    private static Tool tool(String name, ObjectNode inputSchema, ToolHandler handler) {
        return new Tool(
                new ToolDefinition(
                        name,
                        name,
                        "Fixture of the conformance suite.",
                        Toolset.SERVER,
                        Effect.READ,
                        List.of(),
                        List.of(),
                        Exposure.CORE,
                        inputSchema,
                        null),
                handler);
    }

    private static ToolResult success(Content... content) {
        return new ToolResult.Success(null, List.of(content));
    }

    private static ToolResult fail(ToolCall call) {
        throw new ToolException(
                ToolResult.Failure.of(
                        FailureCode.REFUSED,
                        "This tool intentionally returns an error for testing"));
    }

    private static ToolResult progress(ToolCall call) {
        call.interaction().progress(0, 100.0, "Begun");
        pause();
        call.interaction().progress(50, 100.0, "Half way");
        pause();
        call.interaction().progress(100, 100.0, "Done");
        return success(new Content.Text("Told the progress in three steps."));
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_STEPS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody interrupts a call", e);
        }
    }

    /// The suite would have a form with two fields; a question of this server is a yes or a no.
    private static ToolResult ask(ToolCall call) {
        var answer = call.interaction().ask(String.valueOf(call.arguments().get("message")));
        return success(new Content.Text("User response: " + answer));
    }

    private static ObjectNode nothing() {
        var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode message() {
        var schema = nothing();
        schema.putObject("properties")
                .putObject("message")
                .put("type", "string")
                .put("description", "What the user is asked. Example: Go on?");
        schema.putArray("required").add("message");
        return schema;
    }
}
