package dev.oktamcp.mcp;

import dev.oktamcp.tool.Cancellation;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.InputRequest;
import dev.oktamcp.tool.Interaction;
import dev.oktamcp.tool.LogLevel;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// What a call over HTTP can do with its client.
final class ClientInteraction implements Interaction {

    /// Under which a client finds what it has to declare.
    static final String REQUIRED = "requiredCapabilities";

    private static final String QUESTION = "confirmation";

    private final ClientFacts client;
    private final Notices notices;
    private final Asker asker;
    private final Cancellation cancellation = new Cancellation();

    ClientInteraction(ClientFacts client, Notices notices, Asker asker) {
        this.client = client;
        this.notices = notices;
        this.asker = asker;
    }

    @Override
    public Answer ask(String question, String about) {
        if (!client.forms()) {
            return Answer.CANNOT_ASK;
        }
        var answers = asker.ask(Map.of(QUESTION, Inputs.yesOrNo(question, about)), cancellation);
        return read(answers.get(QUESTION));
    }

    private static Answer read(@Nullable ObjectNode answer) {
        if (answer == null) {
            return Answer.LAPSED;
        }
        return switch (answer.path("action").asString("")) {
            case "accept" -> isForm(answer.path("content")) ? Answer.YES : Answer.LAPSED;
            case "decline", "cancel" -> Answer.NO;
            case RoundTrip.CHANGED -> Answer.CHANGED;
            default -> Answer.LAPSED;
        };
    }

    /// The form has no fields, and what else is filled in says nothing; but a form it has to be.
    private static boolean isForm(JsonNode content) {
        return content.isMissingNode() || content.isNull() || content.isObject();
    }

    @Override
    public boolean can(InputRequest.Kind kind) {
        return client.can(kind);
    }

    @Override
    public Map<String, ObjectNode> inputs(Map<String, InputRequest> requests) {
        for (var request : requests.values()) {
            if (!client.can(request.kind())) {
                throw cannot(Inputs.capability(request.kind()));
            }
        }
        return asker.ask(requests, cancellation);
    }

    private static ToolException cannot(String capability) {
        var details = JsonNodeFactory.instance.objectNode();
        details.putObject(REQUIRED).putObject(capability);
        return new ToolException(
                new ToolResult.Failure(
                        FailureCode.CLIENT_CANNOT,
                        "Nothing was done: the tool needs a client that supports %s."
                                .formatted(capability),
                        details,
                        null));
    }

    @Override
    public void progress(double done, @Nullable Double total, String message) {
        notices.progress(done, total, message);
    }

    @Override
    public void log(LogLevel level, String logger, String message) {
        notices.log(level, logger, message);
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }
}
