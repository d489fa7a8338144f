package dev.oktamcp.catalog;

import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.OperationFacts;
import dev.oktamcp.tool.Tool;
import dev.oktamcp.tool.ToolCatalog;
import dev.oktamcp.tool.ToolDefinition;
import dev.oktamcp.tool.ToolFilter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.Comparator;
import java.util.Optional;

/// The tools that are written by hand, by the operations for which they are the better way.
@Component
final class CuratedTools {

    /// Asked for late: the catalogue is made of tools that ask.
    private final ObjectProvider<ToolCatalog> catalog;

    CuratedTools(ObjectProvider<ToolCatalog> catalog) {
        this.catalog = catalog;
    }

    /// The name of the tool that a caller has for the same as this operation's own.
    Optional<String> betterThan(ToolDefinition own, ToolFilter filter) {
        var operation = own.requires().getFirst();
        return catalog.getObject().all().stream()
                .map(Tool::definition)
                .filter(tool -> tool.exposure() != Exposure.SEARCHABLE && isFor(tool, operation))
                .filter(tool -> tool.effect() == own.effect() && filter.hides(tool).isEmpty())
                .min(
                        Comparator.comparing(
                                        (ToolDefinition tool) -> !tool.name().equals(own.name()))
                                .thenComparing(tool -> tool.requires().size()))
                .map(ToolDefinition::name);
    }

    /// What crosses areas, or takes the operation where it may, answers another question.
    private static boolean isFor(ToolDefinition tool, OperationFacts operation) {
        return !tool.toolset().crossesAreas()
                && tool.requires().stream().anyMatch(each -> each.id().equals(operation.id()));
    }

    /// The tool through which a caller calls operations with the effect of this operation's own;
    /// empty where the caller has none such.
    Optional<String> leadingTo(ToolDefinition own, ToolFilter filter) {
        return catalog.getObject()
                .leadingTo(own.effect())
                .map(Tool::definition)
                .filter(tool -> filter.hides(tool).isEmpty())
                .map(ToolDefinition::name);
    }

    /// The operation's own tool.
    ///
    /// @throws dev.oktamcp.tool.ToolException where the caller has no such operation
    ToolDefinition own(String operationId, ToolFilter filter) {
        return catalog.getObject().ofOperation(operationId, filter).definition();
    }
}
