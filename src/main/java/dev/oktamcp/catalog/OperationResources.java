package dev.oktamcp.catalog;

import dev.oktamcp.tool.Caller;
import dev.oktamcp.tool.Completion;
import dev.oktamcp.tool.DocumentContent;
import dev.oktamcp.tool.Resource;
import dev.oktamcp.tool.ResourceSource;
import dev.oktamcp.tool.ResourceTemplate;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/// What each of Okta's operations takes, as a document: the answer of `describe_operation`.
@Component
final class OperationResources implements ResourceSource {

    private final OperationTools tools;

    OperationResources(OperationTools tools) {
        this.tools = tools;
    }

    @Override
    public List<Resource> resources() {
        return List.of();
    }

    @Override
    public List<ResourceTemplate> templates() {
        return List.of(
                new ResourceTemplate(
                        "okta://operation/{operationId}",
                        "Okta operation",
                        "What is needed to call one of Okta's operations: the schema of its"
                                + " arguments, an example, its effect, scopes and admin roles.",
                        "application/json",
                        Map.of("operationId", new Completion.Among(this::allowed)),
                        DocumentContent.OfTool.of(
                                "describe_operation",
                                given ->
                                        Map.of(
                                                "operation",
                                                given.getOrDefault("operationId", "")))));
    }

    private List<String> allowed(Caller caller) {
        return tools.operationTools().entrySet().stream()
                .filter(entry -> caller.filter().hides(entry.getValue().definition()).isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }
}
