package dev.oktamcp.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What the bare upstream says, made before the first request: just enough of Okta.
final class UpstreamAnswers {

    private static final int PAGE = 200;
    private static final int LARGE = 300_000;

    private final ByteBuffer user = answer(user(0), "");
    private final ByteBuffer done = answer("{}", "");
    private final ByteBuffer page;
    private final ByteBuffer large = answer(users(LARGE / user(0).length()), "");

    /// @param base what the `next` link of the page begins with
    UpstreamAnswers(String base) {
        var next = "Link: <%s/api/v1/users?after=200&limit=200>; rel=\"next\"\r\n".formatted(base);
        this.page = answer(users(PAGE), next);
    }

    /// @param head a request's method, path and headers
    ByteBuffer to(String head) {
        if (head.startsWith("GET /api/v1/users?")) {
            return page.duplicate();
        }
        if (head.startsWith("GET /api/v1/users/")) {
            return user.duplicate();
        }
        if (head.startsWith("GET /api/v1/logs")) {
            return large.duplicate();
        }
        return done.duplicate();
    }

    static ByteBuffer number(long number) {
        return answer(Long.toString(number), "");
    }

    private static String users(int number) {
        return IntStream.range(0, number)
                .mapToObj(UpstreamAnswers::user)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String user(int number) {
        return """
        {"id":"00u%017d","status":"ACTIVE","created":"2025-01-01T08:00:00.000Z",\
        "activated":"2025-01-01T08:00:00.000Z","statusChanged":"2025-01-01T08:00:00.000Z",\
        "lastLogin":"2026-01-01T08:00:00.000Z","lastUpdated":"2026-01-01T08:00:00.000Z",\
        "passwordChanged":"2025-01-01T08:00:00.000Z","type":{"id":"oty00000000000000001"},\
        "profile":{"firstName":"Ada","lastName":"Lovelace","mobilePhone":null,\
        "secondEmail":null,"login":"ada%1$d@example.com","email":"ada%1$d@example.com"},\
        "credentials":{"provider":{"type":"OKTA","name":"OKTA"}},\
        "_links":{"self":{"href":"https://acme.okta.com/api/v1/users/00u%1$017d"}}}\
        """
                .formatted(number);
    }

    /// The date never moves, so the window that the rate headers speak of never ends; its limit is
    /// the largest that can be said.
    private static ByteBuffer answer(String body, String headers) {
        var bytes = body.getBytes(UTF_8);
        var text =
                """
                HTTP/1.1 200 OK
                Date: Thu, 01 Jan 2026 08:00:00 GMT
                Content-Type: application/json
                X-Okta-Request-Id: Zx0000000000000000000000001
                X-Rate-Limit-Limit: 999999999
                X-Rate-Limit-Remaining: 999999998
                X-Rate-Limit-Reset: 1767254460
                Content-Length: %d
                """
                        .formatted(bytes.length)
                        .replace("\n", "\r\n");
        var head = (text + headers + "\r\n").getBytes(UTF_8);
        return ByteBuffer.allocateDirect(head.length + bytes.length).put(head).put(bytes).flip();
    }
}
