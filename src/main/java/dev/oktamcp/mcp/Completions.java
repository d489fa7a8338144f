package dev.oktamcp.mcp;

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

    private final Prompts prompts;
    private final Resources resources;

    Completions(Prompts prompts, Resources resources) {
        this.prompts = prompts;
        this.resources = resources;
    }

    /// @throws ProtocolException for what there is not
    ObjectNode complete(ObjectNode params) {
        var name = params.path("argument").path("name").asString("");
        var begun = params.path("argument").path("value").asString("").toLowerCase(Locale.ROOT);
        var fitting =
                values(params.path("ref"), name).stream()
                        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(begun))
                        .toList();
        var result = JsonNodeFactory.instance.objectNode();
        var completion = result.putObject("completion");
        var values = completion.putArray("values");
        fitting.stream().limit(MOST).forEach(values::add);
        completion.put("total", fitting.size()).put("hasMore", fitting.size() > MOST);
        return result;
    }

    private List<String> values(JsonNode ref, String argument) {
        return switch (ref.path("type").asString("")) {
            case "ref/prompt" ->
                    prompts.named(ref.path("name")).arguments().stream()
                            .filter(known -> known.name().equals(argument))
                            .findFirst()
                            .orElseThrow(Completions::unknown)
                            .values();
            case "ref/resource" ->
                    resources
                            .template(ref.path("uri").asString(""))
                            .values()
                            .getOrDefault(argument, List.of());
            default -> throw ProtocolException.params("\"ref\" names nothing that is known.");
        };
    }

    private static ProtocolException unknown() {
        return ProtocolException.params("There is no such argument.");
    }
}
