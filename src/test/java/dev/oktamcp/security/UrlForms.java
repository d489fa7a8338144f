package dev.oktamcp.security;

import java.util.List;
import java.util.Locale;

/// Ways to write the path of an MCP server that are not the one good way.
final class UrlForms {

    private UrlForms() {}

    static List<String> bad(String token) {
        var dot = token.indexOf('.');
        var id = token.substring(0, dot);
        var secret = token.substring(dot + 1);
        return List.of(
                "/mcp/" + id + "%2e" + secret,
                "/mcp/" + id + "%252E" + secret,
                "/mcp%2f" + token,
                "/mcp%2F" + id + "%2E" + secret,
                "/%6dcp/" + token,
                "/MCP/" + token,
                "/Mcp/" + token.toUpperCase(Locale.ROOT).substring(0, dot) + "." + secret,
                "//mcp/" + token,
                "/mcp//" + token,
                "/x/../mcp/" + token,
                "/./mcp/" + token,
                "/mcp/./" + token,
                "/mcp/%2e/" + token,
                "/mcp;a=b/" + token,
                "/mcp/;a=b/" + token,
                "/mcp/" + token + ";a=b",
                "/mcp/" + token + ";jsessionid=1",
                "/mcp/" + id + ";x." + secret,
                "/mcp/" + id + ".%" + Integer.toHexString(secret.charAt(0)) + secret.substring(1),
                "/mcp/" + token + "%00",
                "/mcp/" + token + "%zz",
                "/mcp\\" + token,
                "/mcp/" + token + "\"",
                "/mcp/" + token + "<x",
                "/mcp/" + token + "/" + token,
                "/mcp/" + id + "/" + secret,
                "/mcp/" + secret,
                "/mcp/." + secret,
                "/" + token,
                "/sse/" + token,
                "/actuator/health/" + token,
                "/error/" + token,
                "/mcp/?token=" + token,
                "/mcp?" + token,
                "http://localhost/MCP/" + token);
    }
}
