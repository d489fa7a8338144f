package dev.oktamcp.okta;

import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.Rehearsed;
import dev.oktamcp.tool.ToolException;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.Set;

/// What is known of a change before it is sent: the request itself, and where Okta shows what it is
/// about, the present state and the difference.
@Component
public final class Previews {

    private static final Set<String> UPDATES = Set.of("PUT", "POST", "PATCH");

    private final Operations operations;
    private final ShowingOperations showing;
    private final OktaClient okta;
    private final JsonMapper json;
    private final WayBack back;

    Previews(Operations operations, ShowingOperations showing, OktaClient okta, JsonMapper json) {
        this.operations = operations;
        this.showing = showing;
        this.okta = okta;
        this.json = json;
        this.back = new WayBack(operations);
    }

    /// What a call would do that was stopped at its first change. Reads as the call in progress.
    /// What can't be read is no reason not to ask; that it is not there, is.
    ///
    /// @throws ToolException where what it is about is not there, or Okta can't be reached
    public Preview of(Rehearsed rehearsed) {
        var operation = operations.require(rehearsed.operationId());
        var arguments = rehearsed.arguments();
        var state = showing.state(operation);
        var onPath = showing.objects(operation);
        var seen = new PathObjects(okta, arguments, state, onPath);
        var preview =
                Preview.EMPTY
                        .request(request(operation, arguments))
                        .undo(back.from(operation))
                        .target(seen.named().orElse(null));
        for (var missing : seen.unnamed()) {
            preview = preview.note(missing);
        }
        return shown(preview, operation, seen, arguments.get("body"));
    }

    private ObjectNode request(Operation operation, Map<String, ?> arguments) {
        var request = json.createObjectNode().put("operation", operation.id());
        request.set("arguments", LongTexts.shortened(json.valueToTree(arguments)));
        return request;
    }

    private Preview shown(
            Preview preview, Operation operation, PathObjects objects, @Nullable Object body) {
        return switch (objects.state()) {
            case Seen.There(var read, var now) -> {
                var same = isAtThePathOf(read, operation);
                var changes = same ? changes(operation, now, body) : null;
                var state = PresentState.of(read.id(), now);
                LongTexts.shortened(state);
                yield preview.state(state, changes);
            }
            case Seen.NotAllowed(var read) ->
                    preview.note(
                            "The present state is not shown: this MCP server does not let %s through."
                                    .formatted(read.id()));
            case Seen.Refused(var read, var why) -> refused(preview, operation, read, why);
            case null -> preview;
        };
    }

    private Preview refused(
            Preview preview, Operation operation, Operation read, ToolException why) {
        var missing =
                why instanceof OktaApiException answer
                        && answer.status() == HttpStatus.NOT_FOUND.value();
        if (!missing || !isAtThePathOf(read, operation)) {
            return preview.note(
                    "The present state could not be read: %s, %s."
                            .formatted(read.id(), why.failure().code()));
        }
        if (WayBack.makes(operation)) {
            return preview.note("It is not there yet.").undo(back.fromMaking(operation));
        }
        throw why;
    }

    private static boolean isAtThePathOf(Operation read, Operation operation) {
        return Operation.request("", read.path()).equals(Operation.request("", operation.path()));
    }

    private @Nullable ObjectNode changes(
            Operation operation, ObjectNode now, @Nullable Object body) {
        if (body == null || !UPDATES.contains(operation.http())) {
            return null;
        }
        var described = operation.body();
        JsonNode schema = described == null ? MissingNode.getInstance() : described.schema();
        if (!(json.<JsonNode>valueToTree(body) instanceof ObjectNode given)) {
            return null;
        }
        var changes = Difference.of(now, given, schema, operation.http().equals("PUT"));
        LongTexts.shortened(changes);
        return changes;
    }
}
