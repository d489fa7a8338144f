package dev.oktamcp.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/// An upstream whose answers are chosen by a probe, byte by byte.
final class FaultyUpstream implements AutoCloseable {

    /// Answers a request whose head was read.
    interface Answer {

        /// @param number of the request, from 1
        /// @return whether the connection stays open
        boolean give(Socket socket, int number) throws IOException;
    }

    private final ServerSocket server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final Answer answer;

    FaultyUpstream(Answer answer) throws IOException {
        this.answer = answer;
        Thread.startVirtualThread(this::accept);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/api/v1/users/1");
    }

    int connections() {
        return connections.get();
    }

    int requests() {
        return requests.get();
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                connections.incrementAndGet();
                Thread.startVirtualThread(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var input =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            var open = true;
            while (open && readHead(input)) {
                open = answer.give(socket, requests.incrementAndGet());
            }
        } catch (IOException e) {
            // the other side went away, as it may
        }
    }

    private static boolean readHead(BufferedReader input) throws IOException {
        var line = input.readLine();
        while (line != null && !line.isEmpty()) {
            line = input.readLine();
        }
        return line != null;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
