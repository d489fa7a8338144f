package dev.oktamcp.okta;

import dev.oktamcp.tool.Cancellation;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/// The reads of one check: each in what is left of its time, each with a look at the clocks.
final class CheckReads {

    /// `Date` has no fractions: the truth is half a second later on average.
    private static final Duration FRACTION = Duration.ofMillis(500);

    private final Operations operations;
    private final OktaGateway gateway;
    private final OrgUrl org;
    private final Clock clock;
    private final long until;
    private @Nullable Duration latency;
    private @Nullable Duration skew;

    CheckReads(Operations operations, OktaGateway gateway, OrgUrl org, Clock clock, Duration time) {
        this.operations = operations;
        this.gateway = gateway;
        this.org = org;
        this.clock = clock;
        this.until = System.nanoTime() + time.toNanos();
    }

    /// @param body missing where it is no JSON
    record Answer(OktaResponse response, JsonNode body) {

        boolean successful() {
            return response.successful();
        }

        int status() {
            return response.status();
        }

        String text(String pointer) {
            return body.at(pointer).asString("");
        }
    }

    /// As whom a request is sent.
    @FunctionalInterface
    interface Identity {

        Identity NOBODY = (request, send) -> send.apply(Map.of());

        /// @param send by the headers that say who we are; may be called twice
        OktaResponse send(OktaRequest request, Function<Map<String, String>, OktaResponse> send);
    }

    Duration timeLeft() {
        return Duration.ofNanos(until - System.nanoTime());
    }

    /// Of the fastest answer; null where none came.
    @Nullable Duration latency() {
        return latency;
    }

    /// How far Okta's clock is ahead of ours, by the answer that tells it best.
    @Nullable Duration skew() {
        return skew;
    }

    /// @throws dev.oktamcp.tool.ToolException where no answer came
    Answer read(String operationId, Map<String, ?> arguments, Identity identity) {
        if (!Checkup.USES.contains(operationId)) {
            throw new IllegalStateException("Checkup does not say that it uses " + operationId);
        }
        var operation = operations.require(operationId);
        var request = OktaRequest.of(operation, arguments, Continuation.NONE, org);
        var response = identity.send(request, headers -> send(request, headers));
        return new Answer(response, response.json(JsonMapper.shared()));
    }

    private OktaResponse send(OktaRequest request, Map<String, String> headers) {
        var sent = clock.instant();
        var begun = System.nanoTime();
        var response = gateway.send(request, headers, timeLeft(), new Cancellation());
        measure(response, sent, Duration.ofNanos(System.nanoTime() - begun));
        return response;
    }

    private void measure(OktaResponse response, Instant sent, Duration took) {
        if (latency == null || took.compareTo(latency) < 0) {
            latency = took;
            var here = sent.plus(took.dividedBy(2));
            var ahead = response.date().map(date -> Duration.between(here, date.plus(FRACTION)));
            skew = ahead.map(CheckReads::toTheSecond).orElse(skew);
        }
    }

    private static Duration toTheSecond(Duration duration) {
        return Duration.ofSeconds(Math.round(duration.toMillis() / 1000.0));
    }
}
