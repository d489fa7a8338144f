package dev.oktamcp.tool;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Ends a call that can't wait for its client: it comes again, with the answers. Carries no stack
/// trace, for nothing went wrong.
public final class InputRequiredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, InputRequest> requests;

    /// @param requests what is missing, by keys that tell them apart within the call
    public InputRequiredException(Map<String, InputRequest> requests) {
        super("The client has to be asked", null, false, false);
        this.requests = new LinkedHashMap<>(requests);
    }

    /// What is missing.
    public Map<String, InputRequest> requests() {
        return Collections.unmodifiableMap(requests);
    }

    ToolResult.InputRequired result() {
        return new ToolResult.InputRequired(requests);
    }
}
