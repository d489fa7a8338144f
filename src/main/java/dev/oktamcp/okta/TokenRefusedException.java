package dev.oktamcp.okta;

import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

/// Okta gives an app no token, and says why in OAuth's words.
final class TokenRefusedException extends ToolException {

    private static final long serialVersionUID = 1L;

    private final String error;
    private final String description;

    TokenRefusedException(String error, String description, ToolResult.Failure failure) {
        super(failure);
        this.error = error;
        this.description = description;
    }

    /// OAuth's code, for example `invalid_client`; empty where the answer had none.
    String error() {
        return error;
    }

    /// Fit to be shown.
    String description() {
        return description;
    }
}
