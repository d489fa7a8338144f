package dev.oktamcp.tool;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Every tool there is, by name, in alphabetical order. Two tools of one name stop the start.
@Component
public final class ToolCatalog {

    private final SortedMap<String, Tool> byName = new TreeMap<>();

    ToolCatalog(List<ToolSource> sources) {
        for (var source : sources) {
            source.tools().forEach(this::add);
        }
    }

    private void add(Tool tool) {
        var name = tool.definition().name();
        if (byName.putIfAbsent(name, tool) != null) {
            throw new IllegalStateException("Two tools are named " + name);
        }
    }

    /// The tool of this name.
    public Optional<Tool> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// Every tool, in alphabetical order.
    public Collection<Tool> all() {
        return Collections.unmodifiableCollection(byName.values());
    }
}
