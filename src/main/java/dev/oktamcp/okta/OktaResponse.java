package dev.oktamcp.okta;

import dev.oktamcp.tool.RateLimit;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;

/// What Okta answered.
record OktaResponse(int status, HttpHeaders headers, AnswerBody body) {

    boolean successful() {
        return status >= 200 && status < 300;
    }

    /// The body, where it is small.
    String text() {
        return body instanceof AnswerBody.InMemory(var bytes)
                ? new String(bytes, StandardCharsets.UTF_8)
                : "";
    }

    /// The body, which is closed after it; missing where it is no JSON.
    JsonNode json(JsonMapper mapper) {
        try (var open = body) {
            return mapper.readTree(open.open());
        } catch (JacksonException e) {
            return mapper.missingNode();
        }
    }

    @Nullable String requestId() {
        return headers.getFirst("X-Okta-Request-Id");
    }

    /// Seconds until the bucket is full again, on Okta's own clock, or longer where the answer says
    /// so; at least 1.
    Optional<Long> secondsUntilReset() {
        var after = numbers(HttpHeaders.RETRY_AFTER).max();
        var reset = numbers("X-Rate-Limit-Reset").min();
        if (after.isEmpty() && reset.isEmpty()) {
            return Optional.empty();
        }
        var untilReset =
                reset.isEmpty()
                        ? 0
                        : reset.getAsLong() - date().orElseGet(Instant::now).getEpochSecond();
        return Optional.of(Math.max(1, Math.max(after.orElse(0), untilReset)));
    }

    /// Null where the answer says nothing, or speaks of requests under way together. Of several
    /// headers the lowest counts, since a request draws on several buckets at once.
    @Nullable RateLimit rateLimit() {
        var limit = lowest("X-Rate-Limit-Limit");
        var remaining = lowest("X-Rate-Limit-Remaining");
        var reset = secondsUntilReset();
        return limit.isEmpty() || limit.getAsInt() == 0 || remaining.isEmpty() || reset.isEmpty()
                ? null
                : new RateLimit(limit.getAsInt(), remaining.getAsInt(), reset.get());
    }

    /// A 429 that is over as soon as another request ends.
    boolean tooManyAtOnce() {
        var limit = lowest("X-Rate-Limit-Limit");
        return status == 429 && limit.isPresent() && limit.getAsInt() == 0;
    }

    private OptionalInt lowest(String header) {
        return numbers(header).mapToInt(number -> (int) Math.min(number, 999_999_999)).min();
    }

    private LongStream numbers(String header) {
        return headers.getOrEmpty(header).stream()
                .filter(OktaResponse::isNumber)
                .mapToLong(Long::parseLong);
    }

    private static boolean isNumber(String value) {
        return !value.isEmpty()
                && value.length() <= 10
                && value.chars().allMatch(character -> character >= '0' && character <= '9');
    }

    /// When Okta wrote the answer, by its own clock; without fractions of a second.
    Optional<Instant> date() {
        return HttpDate.of(headers.getFirst(HttpHeaders.DATE));
    }

    /// The target of `rel="next"` (RFC 8288), where there is one.
    ///
    /// @throws IllegalArgumentException for a target that is no URI
    Optional<URI> next() {
        return headers.getOrEmpty(HttpHeaders.LINK).stream()
                .flatMap(line -> Links.of(line).stream())
                .filter(link -> "next".equals(link.relation()))
                .map(Links.Link::target)
                .findFirst();
    }
}
