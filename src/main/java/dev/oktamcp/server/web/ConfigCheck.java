package dev.oktamcp.server.web;

import dev.oktamcp.rest.RestException;
import dev.oktamcp.server.ToolExposure;
import dev.oktamcp.tool.AskBefore;
import dev.oktamcp.tool.KnownOperations;
import dev.oktamcp.tool.Method;
import dev.oktamcp.tool.OperationFacts;
import dev.oktamcp.tool.ToolCatalog;
import dev.oktamcp.tool.Toolset;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// Refuses a configuration that names what does not exist: silently ignored, a misspelt name in
/// `exclude` would let through what was to be kept out.
@Component
class ConfigCheck {

    private final Set<String> methods = new TreeSet<>(Set.of("read", "write"));
    private final Set<String> tags = new TreeSet<>();
    private final Set<String> tools = new TreeSet<>();
    private final Set<String> toolsAndOperations = new TreeSet<>();

    ConfigCheck(ToolCatalog catalog, KnownOperations operations) {
        for (var method : Method.values()) {
            methods.add(method.word());
        }
        for (var toolset : Toolset.values()) {
            tags.add(toolset.tag());
        }
        catalog.all().forEach(tool -> tools.add(tool.definition().name()));
        for (OperationFacts operation : operations.all()) {
            tags.addAll(operation.tags());
            toolsAndOperations.add(operation.id());
        }
        toolsAndOperations.addAll(tools);
    }

    /// @throws RestException 422 for a name that is not known, with the nearest that are
    void names(
            Collection<String> givenMethods,
            Collection<String> givenTags,
            Collection<String> include,
            Collection<String> exclude) {
        givenMethods.forEach(name -> known(lower(name), methods, "config.methods", "method"));
        givenTags.forEach(name -> known(lower(name), tags, "config.tags", "tag"));
        include.forEach(name -> known(name, tools, "config.tools.include", "tool"));
        exclude.forEach(name ->
                known(name, toolsAndOperations, "config.tools.exclude", "tool or operation"));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static void known(String name, Set<String> known, String field, String kind) {
        if (!known.contains(name)) {
            throw unknown(name, known, field, kind);
        }
    }

    private static RestException unknown(
            String name, Set<String> known, String field, String kind) {
        var nearest = Nearest.to(name, known);
        var few = known.size() <= 10;
        var wayOn =
                nearest.isEmpty() || few
                        ? few ? " There are: %s.".formatted(String.join(", ", known)) : ""
                        : " The nearest: %s.".formatted(String.join(", ", nearest));
        return RestException.unprocessable(
                        "There is no %s %s.%s".formatted(kind, shown(name), wayOn))
                .with("field", field)
                .with("nearest", nearest);
    }

    private static String shown(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100) + "…";
    }

    /// The exposure of this word.
    ///
    /// @throws RestException 422 where there is none
    ToolExposure exposure(String word) {
        return one(
                ToolExposure.values(),
                ToolExposure::word,
                word,
                "config.tool_exposure",
                "tool exposure");
    }

    /// Before what a human is asked, by this word.
    ///
    /// @throws RestException 422 where there is no such
    AskBefore askBefore(String word) {
        return one(AskBefore.values(), AskBefore::word, word, "config.confirm", "confirmation");
    }

    private static <T> T one(
            T[] all, Function<T, String> wordOf, String word, String field, String kind) {
        return Stream.of(all)
                .filter(each -> wordOf.apply(each).equals(lower(word)))
                .findFirst()
                .orElseThrow(() -> {
                    var words = new TreeSet<String>();
                    Stream.of(all).map(wordOf).forEach(words::add);
                    return unknown(word, words, field, kind);
                });
    }
}
