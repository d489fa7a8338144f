package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.oktamcp.tool.Tool;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolCatalog;
import dev.oktamcp.tool.ToolDefinition;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Calls that would help, for the caller to make or to leave.
@Component
final class NextSteps {

    private static final Pattern WORD = Pattern.compile("_([a-z])");

    /// Asked for late: the catalogue is made of tools that ask.
    private final ObjectProvider<ToolCatalog> catalog;

    NextSteps(ObjectProvider<ToolCatalog> catalog) {
        this.catalog = catalog;
    }

    /// @param tool null where the caller has none for it
    /// @param arguments to call the tool with, as they are
    /// @param why null where what it belongs to says so
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NextStep(
            @Nullable String tool, @Nullable Map<String, Object> arguments, @Nullable String why) {}

    /// @param arguments as the tools that are written by hand name them; an operation's own names
    ///   the same ones its own way
    NextStep step(ToolCall call, String tool, Map<String, ?> arguments, @Nullable String why) {
        return offers(call, tool)
                ? new NextStep(tool, named(definition(tool), arguments), why)
                : new NextStep(null, null, none(why));
    }

    /// Whether the caller has all of these tools.
    boolean offers(ToolCall call, String... tools) {
        return Stream.of(tools)
                .map(this::definition)
                .allMatch(tool -> call.caller().filter().hides(tool).isEmpty());
    }

    private ToolDefinition definition(String tool) {
        return catalog.getObject()
                .find(tool)
                .map(Tool::definition)
                .orElseThrow(() -> new IllegalStateException("There is no tool " + tool));
    }

    private static String none(@Nullable String why) {
        var none = "This MCP server has no tool for it; somebody with more rights has to.";
        return why == null ? none : why + " " + none;
    }

    private static Map<String, Object> named(ToolDefinition tool, Map<String, ?> arguments) {
        var known = tool.inputSchema().path("properties");
        var named = new LinkedHashMap<String, Object>();
        arguments.forEach(
                (name, value) -> named.put(known.has(name) ? name : camelCase(name), value));
        return named;
    }

    private static String camelCase(String name) {
        return WORD.matcher(name).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }
}
