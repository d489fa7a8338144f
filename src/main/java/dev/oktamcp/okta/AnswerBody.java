package dev.oktamcp.okta;

import dev.oktamcp.tool.Cancellation;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// The body of an answer: in memory where it is small, else as it comes in.
sealed interface AnswerBody extends AutoCloseable {

    /// To be read once where the body is not in memory.
    InputStream open();

    @Override
    default void close() {}

    /// All of it.
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record InMemory(byte[] bytes) implements AnswerBody {

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /// What comes in while it is read, by the thread of the call. Closing it ends what still comes.
    final class Streamed implements AnswerBody {

        /// Buffers that are fetched before they are read.
        private static final int AHEAD = 4;

        private final InputStream stream;
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private final Cancellation.Registration registration;

        /// @param most bytes, after which reading fails
        /// @param time after which it fails too
        Streamed(Flux<DataBuffer> body, long most, Duration time, Cancellation cancellation) {
            var read = new AtomicLong();
            var counted = body.doOnNext(buffer -> count(read, buffer, most));
            this.stream =
                    new Failing(
                            DataBufferUtils.subscriberInputStream(
                                    counted.takeUntilOther(Mono.fromFuture(end, true)), AHEAD));
            this.registration = cancellation.onCancel(() -> end.cancel(false));
            end.orTimeout(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
        }

        private static void count(AtomicLong read, DataBuffer buffer, long most) {
            if (read.addAndGet(buffer.readableByteCount()) > most) {
                DataBufferUtils.release(buffer);
                throw new DataBufferLimitException("More than %d bytes".formatted(most));
            }
        }

        /// Whatever breaks the stream, its reader hears of it as readers expect.
        private static final class Failing extends FilterInputStream {

            Failing(InputStream in) {
                super(in);
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                try {
                    return super.read(bytes, offset, length);
                } catch (RuntimeException e) {
                    throw new IOException(e);
                }
            }
        }

        @Override
        public InputStream open() {
            return stream;
        }

        @Override
        public void close() {
            registration.close();
            end.complete(null);
            try {
                stream.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
