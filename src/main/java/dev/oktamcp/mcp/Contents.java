package dev.oktamcp.mcp;

import dev.oktamcp.tool.Content;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is shown, as the protocol has it.
final class Contents {

    private Contents() {}

    static ObjectNode text(String text) {
        return JsonNodeFactory.instance.objectNode().put("type", "text").put("text", text);
    }

    static ObjectNode piece(Content piece) {
        var node = JsonNodeFactory.instance.objectNode();
        switch (piece) {
            case Content.Text(var text) -> node.put("type", "text").put("text", text);
            case Content.Image(var data, var mimeType) ->
                    node.put("type", "image").put("data", data).put("mimeType", mimeType);
            case Content.Audio(var data, var mimeType) ->
                    node.put("type", "audio").put("data", data).put("mimeType", mimeType);
            case Content.Link(var uri, var name, var mimeType, var description) ->
                    node.put("type", "resource_link")
                            .put("uri", uri)
                            .put("name", name)
                            .put("mimeType", mimeType)
                            .put("description", description);
            case Content.Resource(var uri, var mimeType, var text) ->
                    node.put("type", "resource")
                            .putObject("resource")
                            .put("uri", uri)
                            .put("mimeType", mimeType)
                            .put("text", text);
        }
        return node;
    }
}
