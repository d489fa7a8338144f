package dev.oktamcp.runbook;

import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.Tool;
import dev.oktamcp.tool.ToolCatalog;
import dev.oktamcp.tool.ToolDefinition;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/// The tools that a caller has, and how each is called.
@Component
final class ToolsInReach {

    /// Asked for late: the catalogue is made of a tool that asks.
    private final ObjectProvider<ToolCatalog> catalog;

    ToolsInReach(ObjectProvider<ToolCatalog> catalog) {
        this.catalog = catalog;
    }

    /// The first of these that a caller has.
    Optional<ToolDefinition> first(List<String> names, Caller caller) {
        return names.stream()
                .flatMap(name -> catalog.getObject().find(name, caller.filter()).stream())
                .map(Tool::definition)
                .findFirst();
    }

    /// By its name; an operation's own tool that is not listed by the one through which operations
    /// are called, since clients call only what is listed.
    String howToCall(ToolDefinition tool, Caller caller) {
        if (tool.exposure() != Exposure.SEARCHABLE || caller.filter().lists(tool)) {
            return tool.name();
        }
        return catalog.getObject()
                .leadingTo(tool.effect())
                .map(Tool::definition)
                .filter(leading -> caller.filter().hides(leading).isEmpty())
                .map(leading ->
                        "%s (operation %s)"
                                .formatted(leading.name(), tool.requires().getFirst().id()))
                .orElse(tool.name());
    }
}
