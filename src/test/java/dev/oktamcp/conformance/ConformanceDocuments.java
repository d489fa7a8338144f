package dev.oktamcp.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.oktamcp.tool.Completion;
import dev.oktamcp.tool.Content;
import dev.oktamcp.tool.DocumentContent;
import dev.oktamcp.tool.DocumentContent.Bytes;
import dev.oktamcp.tool.Prompt;
import dev.oktamcp.tool.Prompt.Argument;
import dev.oktamcp.tool.Prompt.Said;
import dev.oktamcp.tool.PromptSource;
import dev.oktamcp.tool.Resource;
import dev.oktamcp.tool.ResourceSource;
import dev.oktamcp.tool.ResourceTemplate;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Profile;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The suite's prompts and resources. The names and the texts are the suite's.
@Profile("conformance")
@TestConfiguration(proxyBeanMethods = false)
public final class ConformanceDocuments implements PromptSource, ResourceSource {

    /// One red pixel.
    static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQD3A0FDAAAAAElFTkSuQmCC";

    private static Said user(Content content) {
        return new Said("user", content);
    }

    private static Said user(String text) {
        return user(new Content.Text(text));
    }

    private static Prompt prompt(String name, List<Argument> arguments, Prompt.Maker maker) {
        return new Prompt(
                name, name, "Fixture of the conformance suite.", arguments, _ -> true, maker);
    }

    private static Argument argument(String name, String... values) {
        return new Argument(name, "An argument of a test", true, Completion.of(values));
    }

    @Override
    public List<Prompt> prompts() {
        return List.of(
                prompt(
                        "test_simple_prompt",
                        List.of(),
                        _ -> List.of(user("This is a simple prompt for testing."))),
                prompt(
                        "test_prompt_with_arguments",
                        List.of(argument("arg1", "paris", "park", "party"), argument("arg2")),
                        asked -> List.of(user(repeated(asked.arguments())))),
                prompt(
                        "test_prompt_with_embedded_resource",
                        List.of(argument("resourceUri")),
                        asked -> embedded(asked.arguments().getOrDefault("resourceUri", ""))),
                prompt(
                        "test_prompt_with_image",
                        List.of(),
                        _ ->
                                List.of(
                                        user(new Content.Image(PIXEL, "image/png")),
                                        user("Please analyze the image above."))),
                prompt(
                        "test_input_required_result_prompt",
                        List.of(),
                        asked -> {
                            var question = ConformanceQuestions.name("Which context?");
                            var answer =
                                    asked.interaction().inputs(Map.of("user_context", question));
                            return List.of(user("Context: " + answer));
                        }));
    }

    private static String repeated(Map<String, String> given) {
        return "Prompt with arguments: arg1='%s', arg2='%s'"
                .formatted(given.get("arg1"), given.get("arg2"));
    }

    private static List<Said> embedded(String uri) {
        var text = "Embedded resource content for testing.";
        return List.of(
                user(new Content.Resource(uri, "text/plain", text)),
                user("Please process the embedded resource above."));
    }

    @Override
    public List<Resource> resources() {
        var text = "This is the content of the static text resource.".getBytes(UTF_8);
        var image = Base64.getDecoder().decode(PIXEL);
        return List.of(
                resource("test://static-text", "text/plain", text, true),
                resource("test://static-binary", "image/png", image, false),
                resource("test://watched-resource", "text/plain", text, true));
    }

    private static Resource resource(String uri, String mimeType, byte[] content, boolean text) {
        return new Resource(
                uri, uri, "Fixture.", mimeType, DocumentContent.own(new Bytes(content, text)));
    }

    @Override
    public List<ResourceTemplate> templates() {
        return List.of(
                new ResourceTemplate(
                        "test://template/{id}/data",
                        "template",
                        "Fixture.",
                        "application/json",
                        Map.of("id", Completion.of("123", "124")),
                        new DocumentContent.Own(
                                Set.of(),
                                given -> Optional.of(filled(given.getOrDefault("id", ""))))));
    }

    private static Bytes filled(String id) {
        var json =
                "{\"id\":\"%s\",\"templateTest\":true,\"data\":\"Data for ID: %s\"}"
                        .formatted(id, id);
        return new Bytes(json.getBytes(UTF_8), true);
    }
}
