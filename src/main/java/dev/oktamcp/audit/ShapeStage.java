package dev.oktamcp.audit;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.Stage;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolHandler;
import dev.oktamcp.tool.ToolInterceptor;
import dev.oktamcp.tool.ToolResult;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What leaves: without secrets, without links that only machines follow, and not more than a
/// client takes.
@Component
final class ShapeStage implements ToolInterceptor {

    /// Hosted Claude cuts a result at about 150,000 characters; cut JSON is worth nothing.
    static final int MAX_CHARACTERS = 150_000;

    @Override
    public Stage stage() {
        return Stage.SHAPE;
    }

    @Override
    public ToolResult intercept(ToolCall call, ToolHandler next) {
        return switch (next.handle(call)) {
            case ToolResult.Success success -> shaped(success);
            case ToolResult.Failure failure -> failure;
        };
    }

    private static ToolResult shaped(ToolResult.Success success) {
        var value = success.value();
        if (value != null) {
            Redaction.secrets(value);
            withoutLinks(value);
        }
        var length = length(success);
        return length <= MAX_CHARACTERS ? success : tooLarge(length);
    }

    private static int length(ToolResult.Success success) {
        var value = success.value();
        var length = value == null ? 0 : value.toString().length();
        for (var piece : success.content()) {
            length += piece.toString().length();
        }
        return length;
    }

    /// At any depth: a factor that is not active yet has links inside that hold its secret.
    private static void withoutLinks(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("_links");
        }
        node.values().forEach(ShapeStage::withoutLinks);
    }

    private static ToolResult tooLarge(int length) {
        return ToolResult.Failure.of(
                FailureCode.TOO_LARGE,
                "The answer has %d characters, more than the %d that clients take. Ask for less, for example with a smaller limit or a narrower search."
                        .formatted(length, MAX_CHARACTERS));
    }
}
