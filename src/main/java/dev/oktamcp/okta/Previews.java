package dev.oktamcp.okta;

import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.Method;
import dev.oktamcp.tool.OperationFacts;
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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What is known of a change before it is sent: the request itself, and where Okta shows what it is
/// about, the present state and the difference.
@Component
public final class Previews {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");

    /// What these make need not be there before.
    private static final Pattern MAKES =
            Pattern.compile(
                    "(assign|create|link|upsert)[A-Z].*"
                            + "|replace(Customized|Preview)[A-Z].*|replaceBrandWellKnownURI");

    private static final String OLD_VALUES = "Setting the old values again undoes it.";
    private static final String OPPOSITE = "One opposite call undoes it.";
    private static final Set<String> UPDATES = Set.of("PUT", "POST", "PATCH");

    private final Operations operations;
    private final ShowingOperations showing;
    private final OktaClient okta;
    private final JsonMapper json;

    Previews(Operations operations, ShowingOperations showing, OktaClient okta, JsonMapper json) {
        this.operations = operations;
        this.showing = showing;
        this.okta = okta;
        this.json = json;
    }

    /// What a call would do that was stopped at its first change. Reads as the call in progress.
    /// What can't be read is no reason not to ask; that it is not there, is.
    ///
    /// @throws ToolException where what it is about is not there, or Okta can't be reached
    public Preview of(Rehearsed rehearsed) {
        var operation = operations.require(rehearsed.operationId());
        var arguments = rehearsed.arguments();
        var preview = Preview.EMPTY.request(request(operation, arguments)).undo(undo(operation));
        var read = showing.of(operation);
        return read.isEmpty() ? preview : shown(preview, operation, read.get(), arguments);
    }

    private ObjectNode request(Operation operation, Map<String, ?> arguments) {
        var request = json.createObjectNode().put("operation", operation.id());
        request.set("arguments", LongTexts.shortened(json.valueToTree(arguments)));
        return request;
    }

    private Preview shown(
            Preview preview, Operation operation, Operation read, Map<String, ?> arguments) {
        var given = argumentsOf(read, operation, arguments);
        if (given.isEmpty()) {
            return preview;
        }
        if (!okta.allows(read.id())) {
            return preview.note(
                    "The present state is not shown: this MCP server does not let %s through."
                            .formatted(read.id()));
        }
        var same = read.path().split("/").length == operation.path().split("/").length;
        try {
            var now = okta.call(read.id(), given.get());
            var changes = same ? changes(operation, now, arguments.get("body")) : null;
            return preview.target(okta.named(now)).state(PresentState.of(now), changes);
        } catch (OktaApiException e) {
            if (!same || e.status() != HttpStatus.NOT_FOUND.value()) {
                return preview.note("The present state could not be read: " + e.getMessage());
            }
            if (MAKES.matcher(operation.id()).matches()) {
                return preview.note("It is not there yet.").undo(OPPOSITE);
            }
            throw e;
        }
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

    /// The parameters of both paths stand in the same order, whatever they are called.
    private static Optional<Map<String, Object>> argumentsOf(
            Operation read, Operation operation, Map<String, ?> arguments) {
        var names = PARAMETER.matcher(operation.path()).results().iterator();
        var given = new LinkedHashMap<String, Object>();
        for (var parameter : PARAMETER.matcher(read.path()).results().toList()) {
            var value = arguments.get(names.next().group(1));
            if (value != null) {
                given.put(parameter.group(1), value);
            }
        }
        var enough =
                read.parameters().stream()
                        .filter(Operation.Parameter::required)
                        .allMatch(parameter -> given.containsKey(parameter.name()));
        return enough ? Optional.of(given) : Optional.empty();
    }

    private String undo(Operation operation) {
        var path = operation.path();
        if (path.endsWith("/deactivate")) {
            return "Activating it again is possible; what it cuts off does not all come back.";
        }
        return switch (operation.http()) {
            case "DELETE" -> "It can't be undone.";
            case "PUT", "PATCH" -> OLD_VALUES;
            default -> undo(operation.facts());
        };
    }

    private static String undo(OperationFacts posted) {
        if (posted.effect() == Effect.DESTROY) {
            return "No single call undoes it.";
        }
        return posted.method() == Method.UPDATE ? OLD_VALUES : OPPOSITE;
    }
}
