package dev.oktamcp.okta;

import dev.oktamcp.tool.Cancellation;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;

import reactor.core.publisher.Flux;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
            this.stream =
                    DataBufferUtils.subscriberInputStream(
                            body.doOnNext(buffer -> count(read, buffer, most)), AHEAD);
            this.registration = cancellation.onCancel(() -> end.cancel(false));
            var _ =
                    end.orTimeout(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS)
                            .whenComplete((_, _) -> end(stream));
        }

        /// Not by an operator of the stream: that would let go of a buffer that comes in meanwhile
        /// without giving it back.
        private static void end(InputStream stream) {
            try {
                stream.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void count(AtomicLong read, DataBuffer buffer, long most) {
            if (read.addAndGet(buffer.readableByteCount()) > most) {
                DataBufferUtils.release(buffer);
                throw new DataBufferLimitException("More than %d bytes".formatted(most));
            }
        }

        /// Whatever breaks the stream, its reader hears of it as readers expect.
        private static final class Failing extends FilterInputStream {

            private final CompletableFuture<Void> end;

            Failing(InputStream in, CompletableFuture<Void> end) {
                super(in);
                this.end = end;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                try {
                    var count = super.read(bytes, offset, length);
                    if (count < 0) {
                        end.getNow(null); // throws where this is not the body's own end
                    }
                    return count;
                } catch (RuntimeException e) {
                    throw new IOException(e);
                }
            }
        }

        @Override
        public InputStream open() {
            return new Failing(stream, end);
        }

        /// Reads on once it is closed, since what was being read while it was closed by a lapse or
        /// a cancellation is given back by its reader alone.
        @Override
        public void close() {
            registration.close();
            end.complete(null);
            try {
                stream.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
