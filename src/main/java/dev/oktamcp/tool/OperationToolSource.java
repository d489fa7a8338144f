package dev.oktamcp.tool;

import java.util.Map;

/// Where the tools of Okta's operations come from: one for each, which does what the operation does
/// and nothing else.
public interface OperationToolSource {

    /// By `operationId`.
    Map<String, Tool> operationTools();
}
