package dev.oktamcp.mcp;

import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.Prompt;
import dev.oktamcp.tool.Resource;
import dev.oktamcp.tool.ResourceTemplate;
import dev.oktamcp.tool.Sha256;

import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What each caller is shown of all lists, so that it can be told when that changes.
@Component
final class ShownLists {

    private static final int MOST = 256;

    private final ToolList toolList;
    private final Prompts prompts;
    private final Resources resources;
    private final Kept<Object, Shown> shown = new Kept<>(MOST);

    ShownLists(ToolList toolList, Prompts prompts, Resources resources) {
        this.toolList = toolList;
        this.prompts = prompts;
        this.resources = resources;
    }

    Shown of(Caller caller) {
        return shown.of(caller.filter().key(), () -> read(caller));
    }

    private Shown read(Caller caller) {
        return new Shown(
                toolList.of(caller).digest(),
                digest(prompts.of(caller).stream().map(Prompt::name)),
                digest(
                        Stream.concat(
                                resources.of(caller).stream().map(Resource::uri),
                                resources.templatesOf(caller).stream()
                                        .map(ResourceTemplate::uriTemplate))));
    }

    /// What is said of each is the same for all: only whether it is there can change.
    private static String digest(Stream<String> names) {
        var all = names.collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Sha256.of(all), 0, 8);
    }
}
