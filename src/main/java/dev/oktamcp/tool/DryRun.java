package dev.oktamcp.tool;

import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.Map;

/// The argument by which every tool that changes something only tells what it would do.
public final class DryRun {

    static final String NAME = "dry_run";

    private DryRun() {}

    /// Adds it to a schema's properties.
    public static void describe(ObjectNode properties) {
        properties
                .putObject(NAME)
                .put("type", "boolean")
                .put("default", false)
                .put("description", "Only tell what would change; change nothing.");
    }

    static boolean asked(Map<String, Object> arguments) {
        return Boolean.TRUE.equals(arguments.get(NAME));
    }

    /// What is the tool's own.
    static Map<String, Object> without(Map<String, Object> arguments) {
        var own = new HashMap<>(arguments);
        own.remove(NAME);
        return own;
    }
}
