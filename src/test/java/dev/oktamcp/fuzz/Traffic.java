package dev.oktamcp.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/// What comes to one MCP server from a peer that means no good, or knows no better.
final class Traffic {

    private static final List<String> HEADER_VALUES =
            List.of(
                    "",
                    "x",
                    "*/*",
                    "text/html",
                    "application/json;charset=utf-16",
                    "application/json; q=\"",
                    "text/event-stream",
                    "2024-11-05",
                    "2025-03-26",
                    "2026-07-28",
                    "9999-99-99",
                    "tools/call",
                    "TOOLS/CALL",
                    "=?base64?bGlzdF91c2Vycw==?=",
                    "=?base64?/////w?=",
                    "null",
                    "https://evil.example",
                    "\u00e9\u00ff",
                    "a\tb",
                    "z".repeat(3_000));

    private static final List<String> MORE_HEADERS =
            List.of(
                    "Origin",
                    "Last-Event-ID",
                    "Authorization",
                    "X-Forwarded-For",
                    "X-Forwarded-Host",
                    "Forwarded",
                    "Mcp-Param-X",
                    "Content-Encoding",
                    "Cookie",
                    "Referer",
                    "traceparent");

    private static final List<String> METHODS =
            List.of("GET", "DELETE", "PUT", "PATCH", "OPTIONS", "HEAD", "TRACE", "post", "X");

    private final Chance chance;
    private final Mutations mutations;
    private final String path;
    private final String session;

    /// @param path of the MCP server
    /// @param session a good one on it
    Traffic(Chance chance, String path, String session) {
        this.chance = chance;
        this.mutations = new Mutations(chance);
        this.path = path;
        this.session = session;
    }

    HttpMessage next() {
        var stateless = chance.oneIn(2);
        var message = stateless ? Templates.stateless(chance) : Templates.session(chance);
        var headers = headers(message, stateless);
        var body = body(message);
        if (chance.oneIn(4)) {
            mutate(headers);
        }
        headers.add(new Header("Content-Length", String.valueOf(body.length())));
        var method = chance.oneIn(30) ? chance.of(METHODS) : "POST";
        var whole = new HttpMessage(method, target(), headers, body, !method.equals("TRACE"));
        return chance.oneIn(12) ? new Malformations(chance).of(whole) : whole;
    }

    private String target() {
        return switch (chance.below(60)) {
            case 0 -> path + "?a=%00&sessionId=" + session;
            case 1 -> path + "/messages?sessionId=" + session;
            case 2 -> path + "/messages?sessionId=%ff&sessionId=2";
            default -> path;
        };
    }

    private String body(ObjectNode message) {
        var bytes =
                switch (chance.below(10)) {
                    case 0, 1 -> mutations.ofBytes(message.toString().getBytes(UTF_8));
                    case 2 -> message.toString().getBytes(UTF_8);
                    default -> ofGrammar(message).getBytes(UTF_8);
                };
        return new String(bytes, ISO_8859_1);
    }

    private String ofGrammar(ObjectNode message) {
        var node = Node.of(message);
        mutations.ofGrammar(node);
        return node.write();
    }

    private List<Header> headers(ObjectNode message, boolean stateless) {
        var headers = new ArrayList<Header>();
        headers.add(new Header("Host", "localhost"));
        headers.add(new Header("Content-Type", "application/json"));
        headers.add(new Header("Accept", "application/json, text/event-stream"));
        if (stateless) {
            headers.addAll(Templates.headers(message));
        } else {
            headers.add(new Header("Mcp-Session-Id", session));
            headers.add(new Header("MCP-Protocol-Version", "2025-11-25"));
        }
        return headers;
    }

    /// Never the host, which is looked at first.
    private void mutate(List<Header> headers) {
        var place = 1 + chance.below(headers.size() - 1);
        var header = headers.get(place);
        switch (chance.below(5)) {
            case 0 -> headers.remove(place);
            case 1 -> headers.add(header);
            case 2 -> headers.add(new Header(header.name(), chance.of(HEADER_VALUES)));
            case 3 -> headers.add(new Header(chance.of(MORE_HEADERS), chance.of(HEADER_VALUES)));
            default -> headers.set(place, new Header(header.name(), chance.of(HEADER_VALUES)));
        }
    }
}
