package dev.oktamcp.conformance;

import static dev.oktamcp.conformance.FixtureTools.nothing;
import static dev.oktamcp.conformance.FixtureTools.schema;
import static dev.oktamcp.conformance.FixtureTools.success;
import static dev.oktamcp.conformance.FixtureTools.tool;

import dev.oktamcp.tool.Content;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.LogLevel;
import dev.oktamcp.tool.Tool;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolHandler;
import dev.oktamcp.tool.ToolResult;
import dev.oktamcp.tool.ToolSource;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Profile;

import java.time.Duration;
import java.util.List;

/// What the conformance suite calls by name. The names and the answers are the suite's; the way
/// there is that of every other tool.
@Profile("conformance")
@TestConfiguration(proxyBeanMethods = false)
public final class ConformanceTools implements ToolSource {

    private static final Duration BETWEEN_STEPS = Duration.ofMillis(50);

    private static final Content IMAGE = new Content.Image(ConformanceDocuments.PIXEL, "image/png");

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

    private static final ToolHandler NOTHING = _ -> success(new Content.Text("Done."));

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
                tool("test_tool_with_logging", nothing(), ConformanceTools::log),
                tool("test_logging_tool", nothing(), ConformanceTools::log),
                tool("json_schema_2020_12_tool", schema("json_schema_2020_12"), NOTHING),
                tool("test_parameter_headers", schema("parameter_headers"), NOTHING));
    }

    private static Tool showing(String name, Content... content) {
        return tool(name, nothing(), _ -> success(content));
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

    private static ToolResult log(ToolCall call) {
        call.interaction().log(LogLevel.INFO, "test", "Tool execution started");
        pause();
        call.interaction().log(LogLevel.INFO, "test", "Tool processing data");
        pause();
        call.interaction().log(LogLevel.INFO, "test", "Tool execution completed");
        return success(new Content.Text("Logged three messages."));
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_STEPS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody interrupts a call", e);
        }
    }
}
