package dev.oktamcp.okta;

import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

/// Okta answered, and the answer is no.
public final class OktaApiException extends ToolException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String errorCode;

    OktaApiException(int status, String errorCode, ToolResult.Failure failure) {
        super(failure);
        this.status = status;
        this.errorCode = errorCode;
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// Okta's code, for example `E0000007`; empty where the answer had none.
    public String errorCode() {
        return errorCode;
    }
}
