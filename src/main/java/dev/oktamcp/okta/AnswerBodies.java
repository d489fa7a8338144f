package dev.oktamcp.okta;

import dev.oktamcp.tool.Cancellation;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ResponseEntity;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Duration;

/// How the body of an answer is taken in.
///
/// @param streams whether one that is large is read as it comes in
/// @param until when it must be there, as `System.nanoTime` counts
record AnswerBodies(boolean streams, int most, long until, Cancellation cancellation) {

    /// Bytes up to which a body is taken in at once.
    private static final int SMALL = 64 * 1024;

    Mono<OktaResponse> response(ResponseEntity<Flux<DataBuffer>> entity) {
        var status = entity.getStatusCode();
        var body = entity.getBody() == null ? Flux.<DataBuffer>empty() : entity.getBody();
        var length = entity.getHeaders().getContentLength();
        var small = length >= 0 && length <= SMALL;
        var read =
                streams && status.is2xxSuccessful() && !small
                        ? Mono.just(streamed(body))
                        : DataBufferUtils.join(body, most)
                                .map(AnswerBodies::inMemory)
                                .defaultIfEmpty(new AnswerBody.InMemory(new byte[0]));
        return read.map(taken -> new OktaResponse(status.value(), entity.getHeaders(), taken));
    }

    private AnswerBody streamed(Flux<DataBuffer> body) {
        var time = Duration.ofNanos(until - System.nanoTime());
        return new AnswerBody.Streamed(body, most, time, cancellation);
    }

    private static AnswerBody inMemory(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return new AnswerBody.InMemory(bytes);
    }
}
