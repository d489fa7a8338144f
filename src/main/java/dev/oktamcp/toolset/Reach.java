package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Rest;
import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.ToolException;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// Counts and names whom or what a change concerns, for the human who is asked.
record Reach(OktaClient okta) {

    private static final int MOST = 1000;

    /// As many as a line has room for.
    private static final int MOST_NAMES = 10;

    /// The same preview with a count. What can't be counted is no reason not to ask.
    ///
    /// @param sentence with `%s` for the count
    /// @param operationId of a list, which the tool declares as optional
    Preview counted(
            Preview found, String sentence, String operationId, Map<String, String> arguments) {
        return told(found, sentence, operationId, () -> count(operationId, arguments));
    }

    /// The same preview with a count and the first names.
    ///
    /// @param sentence with `%s` for both
    /// @param operationId of a list, which the tool declares as optional
    /// @param name of an item; null for those that do not count
    Preview named(
            Preview found,
            String sentence,
            String operationId,
            Map<String, String> arguments,
            Function<JsonNode, @Nullable String> name) {
        return told(found, sentence, operationId, () -> names(operationId, arguments, name));
    }

    /// By name and id, as [OktaClient#named] does.
    @Nullable String called(JsonNode item) {
        return item instanceof ObjectNode object ? okta.named(object) : null;
    }

    /// The same preview with what an object says.
    ///
    /// @param operationId of what shows it, which the tool declares as optional
    Preview with(
            Preview found,
            String operationId,
            Map<String, ?> arguments,
            BiFunction<Preview, ObjectNode, Preview> says) {
        return told(found, operationId, () -> says.apply(found, okta.call(operationId, arguments)));
    }

    private Preview told(
            Preview found, String sentence, String operationId, Supplier<String> what) {
        return told(found, operationId, () -> found.reach(sentence.replace("%s", what.get())));
    }

    /// No message is told: a yes is for the words of the question, and it may name seconds to wait.
    private Preview told(Preview found, String operationId, Supplier<Preview> what) {
        if (!okta.allows(operationId)) {
            return found.note(
                    "Not everything it concerns is counted: this MCP server does not let %s through."
                            .formatted(operationId));
        }
        try {
            return what.get();
        } catch (ToolException e) {
            return found.note(
                    "Not everything it concerns could be counted: %s, %s."
                            .formatted(operationId, e.failure().code()));
        }
    }

    private String count(String operationId, Map<String, String> arguments) {
        var count = new AtomicInteger();
        var rest = okta.each(operationId, arguments, null, MOST, _ -> count.incrementAndGet());
        return number(count.get(), rest);
    }

    private String names(
            String operationId,
            Map<String, String> arguments,
            Function<JsonNode, @Nullable String> name) {
        var names = new ArrayList<String>();
        var rest =
                okta.each(operationId, arguments, null, MOST, item -> add(names, name.apply(item)));
        return listed(names, number(names.size(), rest));
    }

    private static void add(List<String> names, @Nullable String name) {
        if (name != null) {
            names.add(name);
        }
    }

    private static String number(int count, Rest rest) {
        return rest.hasMore() || rest.note() != null ? "at least " + count : "" + count;
    }

    /// How many, and the first of them by name.
    static String listed(List<String> names, String number) {
        if (names.isEmpty()) {
            return number.equals("0") ? "none" : number;
        }
        var first = String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES)));
        return "%s (%s%s)".formatted(number, first, names.size() > MOST_NAMES ? ", …" : "");
    }
}
