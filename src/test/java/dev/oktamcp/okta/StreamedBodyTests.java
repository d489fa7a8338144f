package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.oktamcp.tool.Cancellation;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;

import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;

import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;

/// Memory outside the heap is given back, however the reading of an answer ends and whatever still
/// comes in.
class StreamedBodyTests {

    private static final int TIMES = 500;
    private static final NettyDataBufferFactory BUFFERS =
            new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);

    private final Queue<ByteBuf> given = new ConcurrentLinkedQueue<>();
    private final Cancellation cancellation = new Cancellation();

    private AnswerBody.Streamed body(Duration time) {
        var endless = Flux.generate(this::next).subscribeOn(Schedulers.boundedElastic());
        return new AnswerBody.Streamed(endless, Long.MAX_VALUE, time, cancellation);
    }

    private void next(SynchronousSink<DataBuffer> sink) {
        var buffer = Unpooled.buffer(64).writeZero(64);
        given.add(buffer);
        sink.next(BUFFERS.wrap(buffer));
    }

    private void allIsGivenBack() {
        Awaitility.await()
                .untilAsserted(() -> assertThat(given).allMatch(buffer -> buffer.refCnt() == 0));
    }

    @Test
    void whereItsReaderEndsEarly() throws IOException {
        for (int i = 0; i < TIMES; i++) {
            try (var body = body(Duration.ofMinutes(1))) {
                body.open().readNBytes(100);
            }
        }

        allIsGivenBack();
    }

    @Test
    void whereItLapses() {
        for (int i = 0; i < TIMES; i++) {
            try (var body = body(Duration.ofMillis(1))) {
                assertThatIOException()
                        .isThrownBy(() -> body.open().readAllBytes())
                        .withRootCauseInstanceOf(TimeoutException.class);
            }
        }

        allIsGivenBack();
    }

    @Test
    void whereItIsCancelledAndNobodyReadsIt() {
        for (int i = 0; i < TIMES; i++) {
            body(Duration.ofMinutes(1));
        }
        cancellation.cancel();

        allIsGivenBack();
    }
}
