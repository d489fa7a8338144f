package dev.oktamcp.audit;

import dev.oktamcp.tool.Content;
import dev.oktamcp.tool.HiddenFields;
import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.Stage;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolHandler;
import dev.oktamcp.tool.ToolInterceptor;
import dev.oktamcp.tool.ToolResult;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What leaves: without secrets, without hidden profile attributes, without links that only
/// machines follow, and not more than a client takes. What is ours alone, such as the description
/// of an operation, has the names of secrets in it and nothing to hide.
@Component
final class ShapeStage implements ToolInterceptor {

    private final SecretsTaken secrets;
    private final JsonMapper json;

    ShapeStage(SecretsTaken secrets, JsonMapper json) {
        this.secrets = secrets;
        this.json = json;
    }

    @Override
    public Stage stage() {
        return Stage.SHAPE;
    }

    @Override
    public ToolResult intercept(ToolCall call, ToolHandler next) {
        var ours = !call.definition().reachesOkta();
        var hidden = HiddenFields.of(call.caller());
        call.rows().ifPresent(rows -> rows.shapedBy(row -> clean(hidden, row)));
        return switch (next.handle(call)) {
            case ToolResult.Success success when ours -> AnswerLimit.kept(success, call);
            case ToolResult.Success success ->
                    AnswerLimit.kept(cleaned(without(hidden, success, call), call), call);
            case ToolResult.Failure failure -> without(hidden, failure);
            case ToolResult.InputRequired asked -> asked;
        };
    }

    private ToolResult.Success without(
            HiddenFields hidden, ToolResult.Success success, ToolCall call) {
        if (hidden.isEmpty()) {
            return success;
        }
        var values = new HiddenValues(hidden, json);
        var value = success.value();
        if (value != null) {
            var requests = call.rehearsing() ? value.remove(Preview.REQUESTS) : null;
            values.remove(value);
            if (requests != null) {
                values.cover(requests);
                value.set(Preview.REQUESTS, requests);
            }
        }
        return new ToolResult.Success(
                success.value(),
                success.content().stream().map(piece -> without(values, piece)).toList(),
                null);
    }

    private static Content without(HiddenValues values, Content piece) {
        return switch (piece) {
            case Content.Text(var text) -> new Content.Text(values.shown(text));
            case Content.Resource(var uri, var mimeType, var text) ->
                    new Content.Resource(uri, mimeType, values.shown(text));
            case Content.Link link -> link; // ours, and sealed
            case Content.Image image -> image;
            case Content.Audio audio -> audio;
        };
    }

    /// What Okta has against a value may show another one.
    private static ToolResult without(HiddenFields hidden, ToolResult.Failure failure) {
        return hidden.namedIn(failure.message())
                .<ToolResult>map(name -> withheld(failure, name))
                .orElse(failure);
    }

    private static ToolResult.Failure withheld(ToolResult.Failure failure, String name) {
        return new ToolResult.Failure(
                failure.code(),
                "It did not work%s. The reason names %s, which this MCP server hides, so it is withheld. Leave %s out, or ask an administrator."
                        .formatted(oktaCode(failure), name, name),
                failure.details(),
                failure.reason());
    }

    private static String oktaCode(ToolResult.Failure failure) {
        var details = failure.details();
        var code = details == null ? "" : details.path("okta_error_code").asString("");
        return code.isEmpty() ? "" : ": Okta's error " + code;
    }

    private void clean(HiddenFields hidden, ObjectNode row) {
        if (!hidden.isEmpty()) {
            new HiddenValues(hidden, json).remove(row);
        }
        Redaction.secrets(row);
        withoutLinks(row);
    }

    private ToolResult.Success cleaned(ToolResult.Success success, ToolCall call) {
        var value = success.value();
        if (value != null) {
            var taken = Redaction.secrets(value);
            withoutLinks(value);
            secrets.tell(value, taken, call);
        }
        return success;
    }

    /// At any depth: a factor that is not active yet has links inside that hold its secret.
    private static void withoutLinks(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("_links");
        }
        node.values().forEach(ShapeStage::withoutLinks);
    }
}
