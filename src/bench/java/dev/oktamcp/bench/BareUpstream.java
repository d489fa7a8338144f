package dev.oktamcp.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.regex.Pattern;

/// Stands for Okta: one thread that answers with bytes that are ready. It keeps connections open,
/// and counts on clients that send the next request after the answer to the last.
final class BareUpstream {

    private static final int LARGEST_REQUEST = 64 * 1024;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    /// @param due by `System.nanoTime`
    private record Late(long due, SelectionKey key, ByteBuffer answer) {}

    private final Selector selector = Selector.open();
    private final Queue<Late> late = new ArrayDeque<>();
    private final ServerSocketChannel server = ServerSocketChannel.open();
    private final UpstreamAnswers answers;
    private long latency;

    private BareUpstream() throws IOException {
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
        this.answers = new UpstreamAnswers(url());
    }

    /// Prints its URL, and serves until it is ended. `GET /latency/{milliseconds}` makes every
    /// later answer wait.
    public static void main(String[] arguments) throws IOException {
        var upstream = new BareUpstream();
        IO.println(upstream.url());
        upstream.serve();
    }

    private String url() throws IOException {
        return "http://127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    private void serve() throws IOException {
        while (true) {
            selector.select(this::ready, millisecondsToWait());
            for (var next = due(); next != null; next = due()) {
                begin(next.key(), next.answer());
            }
        }
    }

    /// Zero is for ever.
    private long millisecondsToWait() {
        var next = late.peek();
        return next == null ? 0 : Math.max(1, (next.due() - System.nanoTime()) / 1_000_000);
    }

    private @Nullable Late due() {
        var next = late.peek();
        return next != null && next.due() <= System.nanoTime() ? late.poll() : null;
    }

    private void ready(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
            } else if (key.isReadable()) {
                read(key);
            } else {
                write(key, (ByteBuffer) key.attachment());
            }
        } catch (IOException e) {
            close(key);
        }
    }

    private void accept() throws IOException {
        var channel = server.accept();
        if (channel != null) {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            var request = ByteBuffer.allocate(LARGEST_REQUEST);
            channel.register(selector, SelectionKey.OP_READ, request);
        }
    }

    private void read(SelectionKey key) throws IOException {
        var request = (ByteBuffer) key.attachment();
        if (((SocketChannel) key.channel()).read(request) < 0) {
            close(key);
            return;
        }
        var text = ISO_8859_1.decode(request.duplicate().flip()).toString();
        if (complete(text)) {
            request.clear();
            answer(key, text);
        }
    }

    private static boolean complete(String request) {
        var head = request.indexOf("\r\n\r\n") + 4;
        if (head < 4 || request.startsWith("GET")) {
            return head >= 4;
        }
        var length = LENGTH.matcher(request);
        return !length.find() || request.length() >= head + Integer.parseInt(length.group(1));
    }

    private void answer(SelectionKey key, String request) throws IOException {
        if (request.startsWith("GET /latency/")) {
            var milliseconds = request.substring(13, request.indexOf(' ', 13));
            latency = Duration.ofMillis(Long.parseLong(milliseconds)).toNanos();
            write(key, UpstreamAnswers.number(latency));
        } else {
            late(key, answers.to(request));
        }
    }

    private void late(SelectionKey key, ByteBuffer answer) throws IOException {
        if (latency == 0) {
            write(key, answer);
        } else {
            late.add(new Late(System.nanoTime() + latency, key, answer));
        }
    }

    private static void begin(SelectionKey key, ByteBuffer answer) {
        try {
            write(key, answer);
        } catch (IOException e) {
            close(key);
        }
    }

    /// What the socket does not take now is sent when it can.
    private static void write(SelectionKey key, ByteBuffer answer) throws IOException {
        if (!key.isValid()) {
            return;
        }
        ((SocketChannel) key.channel()).write(answer);
        if (answer.hasRemaining()) {
            key.attach(answer);
            key.interestOps(SelectionKey.OP_WRITE);
        } else if (key.interestOps() == SelectionKey.OP_WRITE) {
            key.attach(ByteBuffer.allocate(LARGEST_REQUEST));
            key.interestOps(SelectionKey.OP_READ);
        }
    }

    private static void close(SelectionKey key) {
        key.cancel();
        try {
            key.channel().close();
        } catch (IOException e) {
            // it is gone either way
        }
    }
}
