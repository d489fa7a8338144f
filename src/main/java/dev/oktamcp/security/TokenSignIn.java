package dev.oktamcp.security;

import dev.oktamcp.store.Token;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;

/// Signs people in by an API token that they type in, and out again.
@Component
public class TokenSignIn {

    /// What became of an attempt.
    public enum Outcome {
        IN,
        /// No API token, or not any more.
        WRONG,
        /// One with a role that decides nothing.
        NO_ROLE,
        /// Too many wrong ones came from this address.
        TOO_MANY
    }

    private final ApiTokenCheck apiTokens;
    private final SignIn signIn;
    private final SignInLimit limit;

    TokenSignIn(ApiTokenCheck apiTokens, SignIn signIn, SignInLimit limit) {
        this.apiTokens = apiTokens;
        this.signIn = signIn;
        this.limit = limit;
    }

    /// @param text what was typed
    public Outcome in(String text, HttpServletRequest request, HttpServletResponse response) {
        var address = request.getRemoteAddr();
        if (!limit.allows(address)) {
            return Outcome.TOO_MANY;
        }
        var token = apiTokens.of(text.strip());
        if (token.isEmpty()) {
            limit.wrong(address);
            return Outcome.WRONG;
        }
        if (!token.get().decides()) {
            return Outcome.NO_ROLE;
        }
        var known = token.get();
        var human = new Human("api_token:" + known.id(), known.id(), known.name());
        signIn.begin(response, human, Token.hash(text.strip()));
        return Outcome.IN;
    }

    public void out(HttpServletResponse response) {
        signIn.end(response);
    }
}
