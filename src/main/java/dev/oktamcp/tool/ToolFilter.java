package dev.oktamcp.tool;

import java.util.Optional;
import java.util.Set;

/// Decides what exists for a caller. Tools that it hides are answered like unknown ones.
public interface ToolFilter {

    /// Why an operation or a tool does not exist for a caller.
    enum Cause {
        /// By what stands in the URL behind the secret.
        PATH,
        METHOD,
        TAG,
        EXCLUDED,
        NOT_INCLUDED,
        SCOPE,
        CREDENTIAL
    }

    /// Why this operation is refused; empty where it is allowed.
    Optional<Cause> refuses(OperationFacts operation);

    /// Why this tool may not use this operation; empty where it may. A tool of a toolset that
    /// crosses areas may use what lies outside of the server's tags where these name the toolset.
    default Optional<Cause> refuses(ToolDefinition tool, OperationFacts operation) {
        return refuses(operation);
    }

    /// Why this tool is hidden; empty where it is visible.
    Optional<Cause> hides(ToolDefinition tool);

    /// Whether this tool, where it is visible, is listed.
    boolean lists(ToolDefinition tool);

    /// Profile attributes that never leave, by their names in Okta's schema; case does not count.
    Set<String> hiddenFields();

    /// What stands in the URL and makes it show less, such as `/x/groups/readonly`; empty for all.
    String path();

    /// Equal for filters that show the same.
    Object key();
}
