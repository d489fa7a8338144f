package dev.oktamcp.audit;

import dev.oktamcp.tool.Content;
import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.TextSize;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolResult;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Keeps an answer to what clients take. What is too large is cut between the items of its lists;
/// what can't be cut is a failure, but never of a call that changed something.
final class AnswerLimit {

    /// Hosted Claude cuts a result at about 150,000 characters; cut JSON is worth nothing.
    static final int MAX_CHARACTERS = 150_000;

    /// Claude Code refuses a result of more. A list of Okta's ends before (`Room`).
    static final int MAX_TOKENS = 25_000;

    /// No character counts for more than two tokens: what is shorter need not be counted.
    private static final int SURELY_FITS = MAX_TOKENS / 2;

    private AnswerLimit() {}

    static ToolResult kept(ToolResult.Success success, ToolCall call) {
        var written = success.written();
        if (fits(written)) {
            return written;
        }
        var changes = call.definition().effect() != Effect.READ && !call.rehearsing();
        var value = success.value();
        if (value != null && !call.rehearsing() && AnswerCuts.cut(value, call.definition())) {
            var cut = new ToolResult.Success(value, success.content(), null).written();
            if (fits(cut)) {
                return cut;
            }
        }
        return changes ? done(value) : tooLarge(call);
    }

    private static boolean fits(ToolResult.Success success) {
        var json = success.json() == null ? "" : success.json();
        if (success.content().isEmpty() && json.length() <= SURELY_FITS) {
            return true;
        }
        var size = TextSize.of(json);
        var others = 0;
        for (var piece : success.content()) {
            switch (piece) {
                case Content.Text(var text) -> size.add(text);
                case Content.Resource(var _, var _, var text) -> size.add(text);
                case Content.Link link ->
                        others += link.uri().length() + link.description().length();
                case Content.Image image -> others += image.data().length();
                case Content.Audio audio -> others += audio.data().length();
            }
        }
        return size.tokens() <= MAX_TOKENS && size.characters() + others <= MAX_CHARACTERS;
    }

    private static ToolResult done(@Nullable ObjectNode value) {
        var done =
                JsonNodeFactory.instance
                        .objectNode()
                        .put(
                                "done",
                                "It worked: Okta made the change. What it answered is more than"
                                        + " clients take and is left out; read the object to see"
                                        + " it.");
        if (value != null) {
            SecretsTaken.ADDED.stream()
                    .filter(value::has)
                    .forEach(name -> done.set(name, value.get(name)));
        }
        return ToolResult.Success.of(done);
    }

    private static ToolResult tooLarge(ToolCall call) {
        var lists = call.definition().inputSchema().path("properties").has("limit");
        return ToolResult.Failure.of(
                FailureCode.TOO_LARGE,
                "%s is more than the %d characters and %d tokens that clients take. %s"
                        .formatted(
                                call.rehearsing()
                                        ? "Nothing was changed: what would be changed"
                                        : "The answer",
                                MAX_CHARACTERS,
                                MAX_TOKENS,
                                lists
                                        ? "Ask for less, with fields, a smaller limit or a narrower"
                                                + " search."
                                        : "Ask for less where an argument allows it; Okta's Admin"
                                                + " Console shows the whole."));
    }
}
