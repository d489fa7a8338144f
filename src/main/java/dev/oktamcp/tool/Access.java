package dev.oktamcp.tool;

import org.jspecify.annotations.Nullable;

/// How a caller got in.
///
/// @param tokenGeneration which of the tokens that the server has had, counted from 1
/// @param serverVersion of the definition that the caller's filter is of
/// @param apiToken the id of the API token that was presented beside the URL, whether the server
///   asks for one or not; null where none was
/// @param secondFactor whether that API token opens this server
public record Access(
        int tokenGeneration, long serverVersion, @Nullable String apiToken, boolean secondFactor) {

    /// Whether it ends with this API token.
    public boolean endsWith(String endedToken) {
        return secondFactor && endedToken.equals(apiToken);
    }

    /// By the URL alone.
    public Access(int tokenGeneration, long serverVersion) {
        this(tokenGeneration, serverVersion, null, false);
    }
}
