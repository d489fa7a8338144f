package dev.oktamcp.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A client that writes whatever it is given on one connection, and reads HTTP.
final class Peer implements AutoCloseable {

    private static final int STREAM_MILLIS = 200;
    private static final int ANSWER_MILLIS = 20_000;

    private final int port;
    private @Nullable Socket socket;

    Peer(int port) {
        this.port = port;
    }

    /// Sends a request and reads its answer; empty where the connection was closed instead.
    Optional<Answer> send(HttpMessage message) throws IOException {
        if (!message.wellFormed()) {
            close();
        }
        var reused = socket != null;
        var answer = once(message);
        return answer.isEmpty() && reused ? once(message) : answer;
    }

    private Optional<Answer> once(HttpMessage message) throws IOException {
        var open = socket == null ? connect() : socket;
        try {
            open.getOutputStream().write(message.bytes());
            open.getOutputStream().flush();
            if (!message.wellFormed()) {
                open.shutdownOutput();
            }
            var answer = read(new BufferedInputStream(open.getInputStream()), open, message);
            if (!message.wellFormed()
                    || !answer.whole()
                    || answer.header("connection").equals("close")) {
                close();
            }
            return Optional.of(answer);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            close();
            return Optional.empty();
        }
    }

    private Socket connect() throws IOException {
        var opened = new Socket(InetAddress.getLoopbackAddress(), port);
        opened.setTcpNoDelay(true);
        socket = opened;
        return opened;
    }

    private static Answer read(InputStream in, Socket socket, HttpMessage message)
            throws IOException {
        socket.setSoTimeout(ANSWER_MILLIS);
        var status = Integer.parseInt(line(in).split(" ", 3)[1]);
        var headers = new HashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var parts = line.split(": ?", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        if (status == 100) {
            return read(in, socket, message);
        }
        var bare = message.method().equals("HEAD") || status == 204;
        if (bare) {
            return new Answer(status, headers, "", true);
        }
        return body(in, socket, status, headers);
    }

    private static Answer body(
            InputStream in, Socket socket, int status, Map<String, String> headers)
            throws IOException {
        var body = new ByteArrayOutputStream();
        var stream = headers.getOrDefault("content-type", "").startsWith("text/event-stream");
        var whole = true;
        try {
            socket.setSoTimeout(stream ? STREAM_MILLIS : ANSWER_MILLIS);
            if (headers.containsKey("transfer-encoding")) {
                chunks(in, body);
            } else if (headers.containsKey("content-length")) {
                body.writeBytes(exactly(in, Integer.parseInt(headers.get("content-length"))));
            } else {
                in.transferTo(body);
                whole = false;
            }
        } catch (SocketTimeoutException e) {
            if (!stream) {
                throw e;
            }
            whole = false;
        }
        return new Answer(status, headers, body.toString(UTF_8), whole);
    }

    private static void chunks(InputStream in, ByteArrayOutputStream body) throws IOException {
        for (var size = Integer.parseInt(line(in), 16);
                size > 0;
                size = Integer.parseInt(line(in), 16)) {
            body.writeBytes(exactly(in, size));
            line(in);
        }
        line(in);
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.write(next);
        }
        return line.toString(ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
