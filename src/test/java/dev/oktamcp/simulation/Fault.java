package dev.oktamcp.simulation;

import java.time.Duration;

/// Something that goes wrong with the next request, once.
public sealed interface Fault {

    /// The request is answered as usual, but late.
    static Fault delay(Duration duration) {
        return new Delay(duration);
    }

    /// The request is refused with this status and changes nothing.
    static Fault status(int status) {
        return new Status(status);
    }

    /// A spent bucket that is refilled after a second.
    static Fault rateLimit() {
        return rateLimit(Duration.ofSeconds(1));
    }

    static Fault rateLimit(Duration untilReset) {
        return new RateLimit(untilReset);
    }

    /// Too many requests at once: 429 with a limit of 0, worth an early second attempt.
    static Fault concurrencyLimit() {
        return new ConcurrencyLimit();
    }

    /// The connection ends before the request had any effect.
    static Fault dropConnection() {
        return new DropConnection();
    }

    /// The request has its effect, but the connection ends before the answer.
    static Fault dropAnswer() {
        return new DropAnswer();
    }

    /// The answer ends in the middle of its body.
    static Fault truncatedBody() {
        return new TruncatedBody();
    }

    /// The `next` link leads to a host that is not the org's.
    static Fault foreignNextLink() {
        return new ForeignNextLink();
    }

    static Fault redirect(String to) {
        return new Redirect(to);
    }

    record Delay(Duration duration) implements Fault {}

    record Status(int status) implements Fault {}

    record RateLimit(Duration untilReset) implements Fault {}

    record ConcurrencyLimit() implements Fault {}

    record DropConnection() implements Fault {}

    record DropAnswer() implements Fault {}

    record TruncatedBody() implements Fault {}

    record ForeignNextLink() implements Fault {}

    record Redirect(String to) implements Fault {}
}
