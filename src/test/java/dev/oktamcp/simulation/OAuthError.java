package dev.oktamcp.simulation;

import java.util.List;

/// A refusal in the words of OAuth: in the body at the token endpoint, in a header elsewhere.
final class OAuthError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Answer answer;

    private OAuthError(String description, Answer answer) {
        super(description);
        this.answer = answer;
    }

    /// @param headers further headers, such as a nonce
    static OAuthError ofToken(int status, String error, String description, Header... headers) {
        var body = Json.object().put("error", error).put("error_description", description);
        return new OAuthError(description, new Answer(status, body, List.of(), List.of(headers)));
    }

    static OAuthError invalidClient(String description) {
        return ofToken(401, "invalid_client", description);
    }

    /// ASSUMPTION: there is no body; Okta's documents leave that open.
    static OAuthError ofResource(int status, String challenge, String description) {
        var header = new Header("WWW-Authenticate", challenge);
        return new OAuthError(description, new Answer(status, null, List.of(), List.of(header)));
    }

    Answer answer() {
        return answer;
    }
}
