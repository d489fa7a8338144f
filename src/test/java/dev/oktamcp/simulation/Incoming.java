package dev.oktamcp.simulation;

import java.util.Map;

/// A request off the wire, before anything of it is believed.
///
/// @param id what the answer carries as `X-Okta-Request-Id`
/// @param target path and query as received
/// @param headers every header by lower-case name
record Incoming(
        String id,
        String method,
        String target,
        Map<String, String> headers,
        String body,
        String ipAddress) {

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    String rawPath() {
        var at = target.indexOf('?');
        return at < 0 ? target : target.substring(0, at);
    }

    String rawQuery() {
        var at = target.indexOf('?');
        return at < 0 ? "" : target.substring(at + 1);
    }

    /// The token of `Authorization: SSWS …`, or nothing.
    String token() {
        var header = header("authorization");
        return header.regionMatches(true, 0, "SSWS ", 0, 5) ? header.substring(5).strip() : "";
    }

    /// The token of `Authorization: Bearer …` or `DPoP …`, or nothing.
    String accessToken() {
        var header = header("authorization");
        if (isDpop()) {
            return header.substring("DPoP ".length()).strip();
        }
        var bearer = header.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length());
        return bearer ? header.substring("Bearer ".length()).strip() : "";
    }

    boolean isDpop() {
        return header("authorization").regionMatches(true, 0, "DPoP ", 0, "DPoP ".length());
    }

    boolean lacksLength() {
        return (method.equals("POST") || method.equals("PUT"))
                && !headers.containsKey("content-length")
                && !headers.containsKey("transfer-encoding");
    }
}
