package dev.oktamcp.mcp;

import dev.oktamcp.tool.Prompt;
import dev.oktamcp.tool.PromptSource;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// `prompts/list` and `prompts/get`.
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

    ObjectNode list() {
        var result = JsonNodeFactory.instance.objectNode();
        var prompts = result.putArray("prompts");
        byName.values().forEach(prompt -> prompts.add(described(prompt)));
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
        var prompt = named(exchange.params().path("name"));
        var arguments = arguments(prompt, exchange.params().path("arguments"));
        var result = JsonNodeFactory.instance.objectNode().put("description", prompt.description());
        var messages = result.putArray("messages");
        for (var said : prompt.maker().make(arguments, exchange.interaction())) {
            messages.addObject()
                    .put("role", said.role())
                    .set("content", Contents.piece(said.content()));
        }
        return result;
    }

    Prompt named(JsonNode name) {
        var prompt = byName.get(name.asString(""));
        if (prompt == null) {
            throw ProtocolException.params("There is no such prompt.");
        }
        return prompt;
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
