package dev.oktamcp.confirmation;

import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.InputRequest;
import dev.oktamcp.tool.Stage;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolHandler;
import dev.oktamcp.tool.ToolInterceptor;
import dev.oktamcp.tool.ToolResult;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Duration;

/// Nothing is destroyed, and nobody is given power, without a human's yes to exactly these
/// arguments and to what they would do. Everything else than a clear yes is a no.
@Component
final class ConfirmStage implements ToolInterceptor {

    private final PageQuestions page;
    private final JsonMapper json;
    private final Clock clock;

    ConfirmStage(PageQuestions page, JsonMapper json, Clock clock) {
        this.page = page;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.CONFIRM;
    }

    @Override
    public ToolResult intercept(ToolCall call, ToolHandler next) {
        if (call.definition().effect() == Effect.READ) {
            return next.handle(call);
        }
        if (call.dryRun()) {
            return call.rehearse(() -> next.handle(call));
        }
        if (!asks(call)) {
            return next.handle(call);
        }
        return switch (call.rehearse(() -> next.handle(call))) {
            case ToolResult.Success preview -> asked(call, next, question(call, preview));
            case ToolResult other -> other;
        };
    }

    private boolean asks(ToolCall call) {
        var tool = call.definition();
        var sensitive = SensitiveCall.is(tool, call.arguments(), json);
        return call.caller().server().askBefore().asksBefore(tool.effect(), sensitive);
    }

    private Question question(ToolCall call, ToolResult.Success preview) {
        JsonNode shown = preview.value() == null ? json.createObjectNode() : preview.value();
        return Question.of(call, shown, json);
    }

    private ToolResult asked(ToolCall call, ToolHandler next, Question question) {
        if (!call.interaction().can(InputRequest.Kind.FORM)) {
            return page.refusal(call, question).orElseGet(() -> next.handle(call));
        }
        var begun = clock.instant();
        var answer = call.interaction().ask(question.text(), question.about());
        call.waited(Duration.between(begun, clock.instant()));
        if (call.cancellation().cancelled()) {
            return ToolResult.Failure.of(FailureCode.CANCELLED, "The call was cancelled.");
        }
        return switch (answer) {
            case YES -> unchanged(call, next, question);
            case NO -> NotConfirmed.no();
            case LAPSED, CANNOT_ASK -> NotConfirmed.lapsed();
            case CHANGED -> NotConfirmed.changed();
        };
    }

    /// While the human thought about it, somebody else may have changed what it is about.
    private ToolResult unchanged(ToolCall call, ToolHandler next, Question question) {
        return switch (call.rehearse(() -> next.handle(call))) {
            case ToolResult.Success again when question(call, again).isAbout(question) -> {
                call.confirmed("client");
                yield next.handle(call);
            }
            case ToolResult.Success _ -> NotConfirmed.changed();
            case ToolResult other -> other;
        };
    }
}
