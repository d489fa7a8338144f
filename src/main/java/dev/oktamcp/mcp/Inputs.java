package dev.oktamcp.mcp;

import dev.oktamcp.tool.InputRequest;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Requests to a client's side as the protocol has them.
final class Inputs {

    private Inputs() {}

    static String method(InputRequest.Kind kind) {
        return switch (kind) {
            case FORM -> "elicitation/create";
            case SAMPLING -> "sampling/createMessage";
            case ROOTS -> "roots/list";
        };
    }

    static String capability(InputRequest.Kind kind) {
        return switch (kind) {
            case FORM -> "elicitation";
            case SAMPLING -> "sampling";
            case ROOTS -> "roots";
        };
    }

    /// A form without fields: accepting it is the yes.
    static InputRequest yesOrNo(String question, String about) {
        var params = JsonNodeFactory.instance.objectNode().put("message", question);
        params.putObject("requestedSchema").put("type", "object").putObject("properties");
        return new InputRequest(InputRequest.Kind.FORM, params, about);
    }

    /// The mode came with 2025-11-25 (Elicitation, Elicitation Requests).
    static ObjectNode params(InputRequest request, String version) {
        if (request.kind() != InputRequest.Kind.FORM
                || version.compareTo(ProtocolVersions.V2025_11_25) < 0) {
            return request.params();
        }
        var params = JsonNodeFactory.instance.objectNode().put("mode", "form");
        params.setAll(request.params());
        return params;
    }

    /// As 2026-07-28 carries it inside a result.
    static ObjectNode request(InputRequest request) {
        var node = JsonNodeFactory.instance.objectNode().put("method", method(request.kind()));
        node.set("params", params(request, ProtocolVersions.V2026_07_28));
        return node;
    }
}
