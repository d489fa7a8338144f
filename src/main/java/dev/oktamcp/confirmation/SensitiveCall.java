package dev.oktamcp.confirmation;

import dev.oktamcp.audit.Redaction;
import dev.oktamcp.tool.ToolDefinition;

import tools.jackson.databind.json.JsonMapper;

import java.util.Map;

/// A call that gives power or credentials: because its tool does whatever it is given, or because
/// it is given a secret. Most edits of a user set no password; one that does hands out a way in.
final class SensitiveCall {

    private SensitiveCall() {}

    static boolean is(ToolDefinition tool, Map<String, Object> arguments, JsonMapper json) {
        return tool.sensitive() || Redaction.names(json.valueToTree(arguments));
    }
}
