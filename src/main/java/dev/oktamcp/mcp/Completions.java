package dev.oktamcp.mcp;

import dev.oktamcp.tool.Completion;
import dev.oktamcp.tool.DocumentContent;
import dev.oktamcp.tool.Prompt;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;

/// `completion/complete`: what may be meant, while a person types.
@Component
final class Completions {

    /// 2025-11-25, Completion, Completion Results.
    private static final int MOST = 100;

    /// Below, a tool would be called for what fits nearly all.
    private static final int LEAST_TYPED = 2;

    private static final int LONGEST_TYPED = 100;

    private final Prompts prompts;
    private final Resources resources;
    private final ToolDocuments toolDocuments;

    Completions(Prompts prompts, Resources resources, ToolDocuments toolDocuments) {
        this.prompts = prompts;
        this.resources = resources;
        this.toolDocuments = toolDocuments;
    }

    /// @throws ProtocolException for what the caller does not have
    ObjectNode complete(Exchange exchange) {
        var argument = exchange.params().path("argument");
        var completion = completion(exchange, argument.path("name").asString(""));
        var fitting = fitting(completion, argument.path("value").asString(""), exchange);
        var result = JsonNodeFactory.instance.objectNode();
        var shown = result.putObject("completion");
        var values = shown.putArray("values");
        fitting.stream().limit(MOST).forEach(values::add);
        shown.put("total", fitting.size()).put("hasMore", fitting.size() > MOST);
        return result;
    }

    private Completion completion(Exchange exchange, String argument) {
        var ref = exchange.params().path("ref");
        var caller = exchange.caller();
        return switch (ref.path("type").asString("")) {
            case "ref/prompt" ->
                    prompts.named(ref.path("name"), caller).arguments().stream()
                            .filter(known -> known.name().equals(argument))
                            .findFirst()
                            .map(Prompt.Argument::completion)
                            .orElseThrow(Completions::unknown);
            case "ref/resource" ->
                    resources
                            .template(ref.path("uri").asString(""), caller)
                            .completions()
                            .getOrDefault(argument, Completion.NONE);
            default -> throw ProtocolException.params("\"ref\" names nothing that is known.");
        };
    }

    private List<String> fitting(Completion completion, String typed, Exchange exchange) {
        return switch (completion) {
            case Completion.Among(var values) -> {
                var begun = typed.toLowerCase(Locale.ROOT);
                yield values.apply(exchange.caller()).stream()
                        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(begun))
                        .toList();
            }
            case Completion.ByTool found -> found(found, typed.strip(), exchange);
        };
    }

    /// What a tool finds is what fits, by whatever of it: it is not compared again.
    private List<String> found(Completion.ByTool completion, String typed, Exchange exchange) {
        if (typed.length() < LEAST_TYPED || typed.length() > LONGEST_TYPED) {
            return List.of();
        }
        var arguments = completion.arguments().apply(typed);
        var call = new DocumentContent.Call(completion.tool(), arguments, false);
        return toolDocuments.value(call, exchange).stream()
                .flatMap(value -> value.path("items").valueStream())
                .map(item -> item.at(completion.pointer()))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .distinct()
                .toList();
    }

    private static ProtocolException unknown() {
        return ProtocolException.params("There is no such argument.");
    }
}
