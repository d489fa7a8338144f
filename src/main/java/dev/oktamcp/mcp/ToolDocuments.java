package dev.oktamcp.mcp;

import dev.oktamcp.tool.DocumentContent.Bytes;
import dev.oktamcp.tool.DocumentContent.Call;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.Interaction;
import dev.oktamcp.tool.ToolDispatcher;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolRequest;
import dev.oktamcp.tool.ToolResult;

import org.springframework.stereotype.Component;

import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/// Documents and completions that are calls of tools: through the dispatcher, like every call.
@Component
final class ToolDocuments {

    /// Okta's code for what it does not have.
    private static final String NOT_FOUND = "E0000007";

    private final ToolDispatcher dispatcher;

    ToolDocuments(ToolDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /// The answer as JSON; empty where there is nothing that it would be of.
    ///
    /// @throws ToolException where it did not work
    Optional<Bytes> read(Call call, Exchange exchange) {
        var part = new PartReader(exchange.interaction());
        var interaction = call.rows() ? part : exchange.interaction();
        return switch (result(call, exchange, interaction)) {
            case ToolResult.Success _ when call.rows() -> Optional.of(bytes(part.text()));
            case ToolResult.Success success -> Optional.of(bytes(json(success)));
            case ToolResult.Failure failure when missing(failure) -> Optional.empty();
            case ToolResult.Failure failure -> throw new ToolException(failure);
            case ToolResult.InputRequired asked ->
                    throw new IllegalStateException("A document asks nothing");
        };
    }

    /// The value of an answer; empty where it did not work.
    Optional<ObjectNode> value(Call call, Exchange exchange) {
        return result(call, exchange, exchange.interaction()) instanceof ToolResult.Success success
                ? Optional.ofNullable(success.value())
                : Optional.empty();
    }

    private ToolResult result(Call call, Exchange exchange, Interaction interaction) {
        var request =
                new ToolRequest(
                        call.tool(), call.arguments(), interaction, Traces.id(exchange.params()));
        return dispatcher.dispatch(request, exchange.caller()).result();
    }

    private static String json(ToolResult.Success success) {
        return Objects.requireNonNull(success.written().json());
    }

    private static Bytes bytes(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8), true);
    }

    private static boolean missing(ToolResult.Failure failure) {
        var details = failure.details();
        return failure.code() == FailureCode.UNKNOWN_TOOL
                || failure.code() == FailureCode.UNKNOWN_OPERATION
                || (details != null
                        && details.path("okta_error_code").asString("").equals(NOT_FOUND));
    }
}
