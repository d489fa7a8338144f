package dev.oktamcp.tool;

/// What is said of an operation that does not exist for a caller: the same whether it is hidden or
/// there is none, and only the audit knows which.
final class UnknownOperation {

    private static final int LONGEST_ID = 100;

    private UnknownOperation() {}

    /// @param operationId as it came
    /// @param reason for the audit alone
    static ToolException exception(String operationId, String reason) {
        return new ToolException(
                new ToolResult.Failure(
                        FailureCode.UNKNOWN_OPERATION,
                        "Okta has no operation %s that can be called at this URL. search_operations finds those that can; ids are exact, as in listUsers."
                                .formatted(PlainText.of(operationId, LONGEST_ID)),
                        null,
                        reason));
    }
}
