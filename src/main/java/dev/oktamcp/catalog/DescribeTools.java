package dev.oktamcp.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.oktamcp.okta.Operation;
import dev.oktamcp.okta.Operations;
import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.PlainText;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Tells all that has to be known to call one of Okta's operations.
@ToolsOf(Toolset.SERVER)
final class DescribeTools {

    /// Characters that a body's schema takes: some 4,000 tokens.
    private static final int LONGEST_BODY = 16_000;

    /// What is said where even this cuts it off.
    private static final String OPEN = "Open: Okta's documentation says what belongs here.";

    private static final int LONGEST_NAME = 100;

    private final Operations operations;
    private final OperationSchema schemas;
    private final OperationWords words;
    private final CuratedTools curated;

    DescribeTools(
            Operations operations,
            OperationSchema schemas,
            OperationWords words,
            CuratedTools curated) {
        this.operations = operations;
        this.schemas = schemas;
        this.words = words;
        this.curated = curated;
    }

    /// @param callBy the tool through which it is called
    /// @param request HTTP method and path
    /// @param roles administrators of whom any may call it, where Okta says
    /// @param better a tool that is written for this
    /// @param kinds of its body; each has a schema of its own
    /// @param schema of its arguments
    /// @param example all arguments of the tool by which it is called
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Description(
            String operation,
            String does,
            Effect effect,
            boolean sensitive,
            @JsonProperty("call_by") String callBy,
            @JsonProperty("better_tool") @Nullable String better,
            String request,
            SortedSet<String> scopes,
            SortedSet<String> roles,
            Operation.@Nullable Lifecycle lifecycle,
            List<String> kinds,
            @JsonProperty("arguments_schema") ObjectNode schema,
            ObjectNode example) {}

    @ReadTool(
            name = "describe_operation",
            title = "Describe an Okta operation",
            exposure = Exposure.GENERIC,
            description =
                    "Returns all that is needed to call one of Okta's operations: the schema of its"
                            + " arguments, an example, its effect, scopes and admin roles.")
    Description describeOperation(
            @McpToolParam(description = "Its operationId, as search_operations gives it")
                    String operation,
            @McpToolParam(
                            description =
                                    "One of the kinds that the answer without it names, such as"
                                            + " SAML_2_0: its schema alone")
                    @Nullable String kind,
            ToolCall call) {
        var filter = call.caller().filter();
        var own = curated.own(operation, filter);
        var through = curated.leadingTo(own, filter);
        var known = operations.require(operation);
        var kinds = kinds(known);
        var chosen = kind == null ? known : withKind(known, kind);
        var schema = schemas.of(chosen, LONGEST_BODY, OPEN);
        var facts = known.facts();
        return new Description(
                operation,
                words.sentence(known),
                facts.effect(),
                facts.sensitive(),
                through.orElse(own.name()),
                curated.betterThan(own, filter).orElse(null),
                known.http() + " " + known.path(),
                new TreeSet<>(facts.scopes()),
                new TreeSet<>(known.roles()),
                known.lifecycle(),
                kinds,
                schema,
                through.isPresent() ? example(operation, schema) : ExampleArguments.of(schema));
    }

    private static List<String> kinds(Operation operation) {
        var body = operation.body();
        return body == null
                ? List.of()
                : BodyKinds.of(body.schema()).map(BodyKinds::all).orElse(List.of());
    }

    private static Operation withKind(Operation operation, String kind) {
        var body = operation.body();
        return body == null
                ? operation
                : BodyKinds.of(body.schema())
                        .flatMap(kinds -> kinds.schema(kind))
                        .map(operation::withBody)
                        .orElseThrow(() -> noKind(operation, kind));
    }

    private static ToolException noKind(Operation operation, String kind) {
        var kinds = kinds(operation);
        return new ToolException(
                ToolResult.Failure.of(
                        FailureCode.INVALID_ARGUMENTS,
                        "%s has no kind %s. %s"
                                .formatted(
                                        operation.id(),
                                        PlainText.of(kind, LONGEST_NAME),
                                        kinds.isEmpty()
                                                ? "Leave kind out: there is one schema only."
                                                : "There are: " + String.join(", ", kinds) + ".")));
    }

    private static ObjectNode example(String operation, ObjectNode schema) {
        var example = JsonNodeFactory.instance.objectNode().put("operation", operation);
        example.set("arguments", ExampleArguments.of(schema));
        return example;
    }
}
