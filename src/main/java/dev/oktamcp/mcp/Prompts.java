package dev.oktamcp.mcp;

import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.Prompt;
import dev.oktamcp.tool.PromptSource;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// `prompts/list` and `prompts/get`. What a caller does not have is answered like what there is
/// not.
@Component
final class Prompts {

    private final SortedMap<String, Prompt> byName = new TreeMap<>();

    Prompts(List<PromptSource> sources) {
        for (var source : sources) {
            source.prompts().forEach(prompt -> byName.put(prompt.name(), prompt));
        }
    }

    boolean isEmpty() {
        return byName.isEmpty();
    }

    /// Those that a caller has, in alphabetical order.
    List<Prompt> of(Caller caller) {
        return byName.values().stream().filter(prompt -> prompt.exists().test(caller)).toList();
    }

    ObjectNode list(Caller caller) {
        var result = JsonNodeFactory.instance.objectNode();
        var prompts = result.putArray("prompts");
        of(caller).forEach(prompt -> prompts.add(described(prompt)));
        return result;
    }

    private static ObjectNode described(Prompt prompt) {
        var node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("name", prompt.name())
                        .put("title", prompt.title())
                        .put("description", prompt.description());
        var arguments = node.putArray("arguments");
        for (var argument : prompt.arguments()) {
            arguments
                    .addObject()
                    .put("name", argument.name())
                    .put("description", argument.description())
                    .put("required", argument.required());
        }
        return node;
    }

    /// @throws ProtocolException where there is no such prompt, or an argument is missing
    ObjectNode get(Exchange exchange) {
        var prompt = named(exchange.params().path("name"), exchange.caller());
        var arguments = arguments(prompt, exchange.params().path("arguments"));
        var asked = new Prompt.Asked(arguments, exchange.caller(), exchange.interaction());
        var result = JsonNodeFactory.instance.objectNode().put("description", prompt.description());
        var messages = result.putArray("messages");
        for (var said : prompt.maker().make(asked)) {
            messages.addObject()
                    .put("role", said.role())
                    .set("content", Contents.piece(said.content()));
        }
        return result;
    }

    /// @throws ProtocolException where the caller has no such prompt
    Prompt named(JsonNode name, Caller caller) {
        return Optional.ofNullable(byName.get(name.asString("")))
                .filter(prompt -> prompt.exists().test(caller))
                .orElseThrow(() -> ProtocolException.params("There is no such prompt."));
    }

    private static Map<String, String> arguments(Prompt prompt, JsonNode given) {
        var arguments = new LinkedHashMap<String, String>();
        for (var argument : prompt.arguments()) {
            var value = given.path(argument.name());
            if (value.isString()) {
                arguments.put(argument.name(), value.stringValue());
            } else if (argument.required()) {
                throw ProtocolException.params(
                        "The argument %s is missing, or no string.".formatted(argument.name()));
            }
        }
        return arguments;
    }
}
