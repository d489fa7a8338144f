package dev.oktamcp.confirmation;

import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.Interaction;
import dev.oktamcp.tool.PlainText;
import dev.oktamcp.tool.ShortestFirst;
import dev.oktamcp.tool.Stage;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolHandler;
import dev.oktamcp.tool.ToolInterceptor;
import dev.oktamcp.tool.ToolResult;

import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Duration;

/// Nothing is destroyed without a human's yes to exactly these arguments. Everything else than a
/// clear yes is a no.
@Component
final class ConfirmStage implements ToolInterceptor {

    private static final int LONGEST_ARGUMENTS = 2000;

    private final JsonMapper json;
    private final Clock clock;

    ConfirmStage(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.CONFIRM;
    }

    @Override
    public ToolResult intercept(ToolCall call, ToolHandler next) {
        if (call.definition().effect() != Effect.DESTROY) {
            return next.handle(call);
        }
        var asked = clock.instant();
        var answer = call.interaction().ask(question(call));
        call.waited(Duration.between(asked, clock.instant()));
        if (call.cancellation().cancelled()) {
            return ToolResult.Failure.of(FailureCode.CANCELLED, "The call was cancelled.");
        }
        return answer == Interaction.Answer.YES ? next.handle(call) : notConfirmed(answer);
    }

    /// What the model wrote is shown as it is, but can't forge lines or turn the reading direction.
    private String question(ToolCall call) {
        var server = call.caller().server();
        var arguments = json.writeValueAsString(ShortestFirst.of(call.arguments()));
        var hidden = arguments.length() - LONGEST_ARGUMENTS;
        return "%s in %s with %s?%s It can't be undone by one opposite call. (MCP server %s)"
                .formatted(
                        call.definition().title(),
                        server.orgUrl(),
                        PlainText.of(arguments, LONGEST_ARGUMENTS),
                        hidden > 0 ? " %d characters more are not shown.".formatted(hidden) : "",
                        server.name());
    }

    private static ToolResult notConfirmed(Interaction.Answer answer) {
        var why =
                switch (answer) {
                    case YES -> throw new IllegalArgumentException("A yes is no refusal");
                    case NO ->
                            "The user said no. Do not repeat the call unless the user asks for it.";
                    case LAPSED -> "The user did not answer. Ask the user before trying again.";
                    case CANNOT_ASK ->
                            "It needs a human's yes, and this client can't be asked. Use a client"
                                + " that supports elicitation, or do it in Okta's Admin Console.";
                };
        return ToolResult.Failure.of(FailureCode.NOT_CONFIRMED, "Nothing was changed. " + why);
    }
}
