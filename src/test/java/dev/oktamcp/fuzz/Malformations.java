package dev.oktamcp.fuzz;

import java.util.ArrayList;
import java.util.List;

/// Makes of a request what is no HTTP, or hardly: it may be answered by the end of the connection.
final class Malformations {

    private static final List<String> TARGETS =
            List.of(
                    "*",
                    "/",
                    "//",
                    "/%00",
                    "/mcp/%2e%2e/api/connections",
                    "/mcp/..;/api",
                    "/mcp/a.b",
                    "/mcp/a.b/sse",
                    "http://evil.example/mcp/a.b",
                    "/mcp/\u0001",
                    "/" + "p".repeat(9_000));

    private static final List<Header> FRAMING =
            List.of(
                    new Header("Transfer-Encoding", "chunked"),
                    new Header("Transfer-Encoding", "gzip, chunked"),
                    new Header("Transfer-Encoding", "\u000bchunked"),
                    new Header("Content-Length", "0"),
                    new Header("Content-Length", "-1"),
                    new Header("Content-Length", "99999999999999999999"),
                    new Header("Content-Length", "+5"),
                    new Header("Content-Length ", "5"),
                    new Header("Expect", "100-continue"),
                    new Header("Expect", "200-ok"),
                    new Header("Connection", "Upgrade, HTTP2-Settings"),
                    new Header("Upgrade", "h2c"),
                    new Header("Host", "evil.example"),
                    new Header("Host", "localhost"),
                    new Header("X\u0000Y", "z"),
                    new Header("", "z"),
                    new Header("X-Long", "h".repeat(20_000)),
                    new Header(" folded", "x"));

    private final Chance chance;

    Malformations(Chance chance) {
        this.chance = chance;
    }

    HttpMessage of(HttpMessage whole) {
        var headers = new ArrayList<>(whole.headers());
        var target = whole.target();
        var body = whole.body();
        switch (chance.below(5)) {
            case 0 -> target = chance.of(TARGETS);
            case 1 -> headers.removeLast();
            case 2 -> headers.set(headers.size() - 1, chance.of(FRAMING));
            case 3 -> {
                headers.set(headers.size() - 1, FRAMING.getFirst());
                body = chunked(body);
            }
            default -> headers.add(chance.below(headers.size()), chance.of(FRAMING));
        }
        return new HttpMessage(whole.method(), target, headers, body, false);
    }

    /// With lengths that are not always right.
    private String chunked(String body) {
        var length = chance.oneIn(2) ? body.length() : chance.below(2 * body.length() + 2);
        var head = Integer.toHexString(length) + chance.of(List.of("\r\n", ";x=y\r\n", "\n"));
        var tail = chance.of(List.of("\r\n0\r\n\r\n", "\r\n0\r\nX: y\r\n\r\n", "", "\r\nzz\r\n"));
        return head + body + tail;
    }
}
