package dev.oktamcp.okta.compiler;

import dev.oktamcp.okta.Operation;
import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.OperationFacts;
import dev.oktamcp.tool.Toolset;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Judges operations of documents that nobody here has read. What is still the request that was
/// reviewed keeps its judgement; of anything else the worst is believed, so that a human is asked.
final class ShippedJudge implements Judge {

    private final Review review;
    private final Map<String, Operation> own = new HashMap<>();
    private final Set<String> tools = new HashSet<>();

    /// The requests that hand out or change what is sensitive.
    private final Set<String> sensitive = new HashSet<>();

    /// @param api whose operations are judged
    /// @param shipped those of all APIs
    ShippedJudge(Operation.Api api, Collection<Operation> shipped, Review review) {
        this.review = review;
        for (var operation : shipped) {
            tools.add(operation.tool());
            if (operation.api() == api) {
                own.put(operation.id(), operation);
            }
            if (operation.facts().sensitive()) {
                sensitive.add(operation.request());
            }
        }
    }

    @Override
    public Judgement of(Compiled operation, Methods methods) {
        var shipped = own.get(operation.id());
        if (shipped != null && shipped.request().equals(request(operation))) {
            var facts = shipped.facts();
            return new Judgement(facts.effect(), facts.sensitive(), facts.method(), tags(facts));
        }
        var reads = "GET".equals(operation.http());
        var toolset = review.toolset(operation.apiTag()).orElse(Toolset.OTHER);
        return new Judgement(
                reads ? Effect.READ : Effect.DESTROY,
                !reads || wasSensitive(operation),
                methods.of(operation),
                ToolNames.tags(toolset, operation.apiTag()));
    }

    private static List<String> tags(OperationFacts facts) {
        return facts.tags().stream().sorted().toList();
    }

    private boolean wasSensitive(Compiled operation) {
        var shipped = own.get(operation.id());
        return sensitive.contains(request(operation))
                || (shipped != null && shipped.facts().sensitive());
    }

    private static String request(Compiled operation) {
        return Operation.request(operation.http(), operation.path());
    }

    @Override
    public String tool(Compiled operation) {
        var shipped = own.get(operation.id());
        if (shipped != null) {
            return shipped.tool();
        }
        var tool = ToolNames.of(operation.id(), tools);
        tools.add(tool);
        return tool;
    }
}
