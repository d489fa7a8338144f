package dev.oktamcp.simulation;

import java.util.Map;

/// One request as it came in.
///
/// @param target path and query, not decoded
/// @param headers a few headers by lower-case name; never the token
public record RecordedRequest(
        String method, String target, Map<String, String> headers, String body) {

    public RecordedRequest {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return method + " " + target;
    }
}
