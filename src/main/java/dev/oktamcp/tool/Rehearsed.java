package dev.oktamcp.tool;

import java.util.Map;

/// Ends a rehearsal where the call would send its first change. Carries no stack trace, for nothing
/// went wrong.
public final class Rehearsed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String operationId;
    private final transient Map<String, ?> arguments;

    /// @param arguments what would be sent, by Okta's names
    public Rehearsed(String operationId, Map<String, ?> arguments) {
        super("The call would send " + operationId, null, false, false);
        this.operationId = operationId;
        this.arguments = arguments;
    }

    /// What would be called.
    public String operationId() {
        return operationId;
    }

    /// With what, by Okta's names.
    public Map<String, ?> arguments() {
        return arguments;
    }
}
