package dev.oktamcp.tool;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Every tool there is, by name, in alphabetical order. A tool that is written by hand replaces an
/// operation's tool of the same name, which is still called by its operation. Otherwise two tools
/// of one name stop the start.
@Component
public final class ToolCatalog {

    private final SortedMap<String, Tool> byName = new TreeMap<>();
    private final SortedMap<String, Tool> byOperation = new TreeMap<>();
    private final Map<Effect, Tool> leadingOn = new EnumMap<>(Effect.class);

    ToolCatalog(List<ToolSource> sources, OperationToolSource operations) {
        for (var source : sources) {
            source.tools().forEach(this::add);
        }
        byOperation.putAll(operations.operationTools());
        byOperation.values().forEach(tool -> byName.putIfAbsent(tool.definition().name(), tool));
    }

    private void add(Tool tool) {
        var definition = tool.definition();
        if (byName.putIfAbsent(definition.name(), tool) != null) {
            throw new IllegalStateException("Two tools are named " + definition.name());
        }
        if (definition.leadsOn()) {
            leadingOn.put(definition.effect(), tool);
        }
    }

    /// The tool of this name.
    public Optional<Tool> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The tool of this name, where the caller has it.
    public Optional<Tool> find(String name, ToolFilter filter) {
        return find(name).filter(tool -> filter.hides(tool.definition()).isEmpty());
    }

    /// The tool that does what this operation does, and nothing else.
    public Optional<Tool> ofOperation(String operationId) {
        return Optional.ofNullable(byOperation.get(operationId));
    }

    /// The same, for a caller.
    ///
    /// @throws ToolException where the caller has no such operation
    public Tool ofOperation(String operationId, ToolFilter filter) {
        var tool = byOperation.get(operationId);
        if (tool == null) {
            throw UnknownOperation.exception(operationId, "no such operation");
        }
        filter.hides(tool.definition())
                .ifPresent(cause -> {
                    throw UnknownOperation.exception(operationId, "hidden by " + cause);
                });
        return tool;
    }

    /// The tool through which operations of this effect are called.
    public Optional<Tool> leadingTo(Effect effect) {
        return Optional.ofNullable(leadingOn.get(effect));
    }

    /// Every tool, in alphabetical order.
    public Collection<Tool> all() {
        return Collections.unmodifiableCollection(byName.values());
    }
}
