package dev.oktamcp.bench;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// How a connector behaves where speed is not all: each probe has an upstream of its own.
final class ConnectorProbes {

    private static final String GOOD = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    private static final int MEGABYTE = 1024 * 1024;
    private static final long A_WHILE = 300;
    private static final int SECONDS = 10;

    /// What one connector does with one upstream.
    private interface Probe {
        String of(Gateway gateway) throws IOException, InterruptedException;
    }

    private ConnectorProbes() {}

    /// Prints a table of what was seen.
    static void run() throws IOException, InterruptedException {
        LoggingSystem.get(ConnectorProbes.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        for (var probe : probes().entrySet()) {
            for (var connector : Connector.values()) {
                var seen = probe.getValue().of(new Gateway(connector));
                IO.println("| %-44s | %-13s | %s |".formatted(probe.getKey(), connector, seen));
            }
        }
    }

    private static Map<String, Probe> probes() {
        var probes = new LinkedHashMap<String, Probe>();
        probes.put("20 requests, one after the other", ConnectorProbes::reuse);
        probes.put("GET on a reused connection that breaks", gateway -> broken(gateway, "GET", ""));
        probes.put(
                "POST on a reused connection that breaks", gateway -> broken(gateway, "POST", ""));
        probes.put(
                "PUT on a reused connection that breaks", gateway -> broken(gateway, "PUT", "{}"));
        probes.put("cancelled while the upstream is silent", ConnectorProbes::cancelled);
        probes.put("a redirect", ConnectorProbes::redirect);
        probes.put("a body that ends too soon", ConnectorProbes::truncated);
        probes.put("headers of 1 MB", ConnectorProbes::manyHeaders);
        probes.put("a body of 32 MB", ConnectorProbes::largeBody);
        probes.put("nobody listens", ConnectorProbes::nobody);
        return probes;
    }

    private static String reuse(Gateway gateway) throws IOException, InterruptedException {
        try (var upstream = new FaultyUpstream((socket, number) -> good(socket))) {
            for (int i = 0; i < 20; i++) {
                outcome(gateway.send("GET", upstream.uri(), ""));
            }
            return upstream.connections() + " connections";
        }
    }

    private static boolean good(Socket socket) throws IOException {
        FaultyUpstream.write(socket, GOOD);
        return true;
    }

    /// A second request is read and not answered; a third one would be.
    private static String broken(Gateway gateway, String method, String body)
            throws IOException, InterruptedException {
        try (var upstream = new FaultyUpstream((socket, number) -> number != 2 && good(socket))) {
            outcome(gateway.send("GET", upstream.uri(), ""));
            Thread.sleep(A_WHILE); // until the connection is back in its pool
            var outcome = outcome(gateway.send(method, upstream.uri(), body));
            return "sent %d times: %s".formatted(upstream.requests() - 1, outcome);
        }
    }

    private static String cancelled(Gateway gateway) throws IOException, InterruptedException {
        var closed = new CompletableFuture<Boolean>();
        try (var upstream =
                new FaultyUpstream(
                        (socket, number) -> closed.complete(socket.getInputStream().read() < 0))) {
            var answer = gateway.send("GET", upstream.uri(), "");
            Thread.sleep(A_WHILE);
            answer.cancel(true);
            return closed.get(SECONDS, TimeUnit.SECONDS) ? "closed" : "something was sent";
        } catch (TimeoutException e) {
            return "left open";
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String redirect(Gateway gateway) throws IOException, InterruptedException {
        return said(gateway, "HTTP/1.1 302 Found\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n");
    }

    private static String truncated(Gateway gateway) throws IOException, InterruptedException {
        return said(gateway, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
    }

    private static String manyHeaders(Gateway gateway) throws IOException, InterruptedException {
        var header = "X-A: " + "a".repeat(1017) + "\r\n";
        return said(gateway, GOOD.replace("\r\n\r\n", "\r\n" + header.repeat(1024) + "\r\n"));
    }

    private static String nobody(Gateway gateway) throws InterruptedException {
        return outcome(gateway.send("GET", URI.create("http://127.0.0.1:1"), ""));
    }

    private static String said(Gateway gateway, String text)
            throws IOException, InterruptedException {
        try (var upstream =
                new FaultyUpstream((socket, number) -> {
                    FaultyUpstream.write(socket, text);
                    return false;
                })) {
            var outcome = outcome(gateway.send("GET", upstream.uri(), ""));
            return "sent %d times: %s".formatted(upstream.requests(), outcome);
        }
    }

    /// A connection that is neither read nor closed is lost to the pool.
    private static String largeBody(Gateway gateway) throws IOException, InterruptedException {
        var written = new CompletableFuture<Integer>();
        try (var upstream = new FaultyUpstream((socket, number) -> pour(socket, written))) {
            var outcome = outcome(gateway.send("GET", upstream.uri(), ""));
            var megabytes = written.completeOnTimeout(-1, SECONDS, TimeUnit.SECONDS).join();
            var end = megabytes < 0 ? "never closed" : "closed after %d MB".formatted(megabytes);
            return outcome + ", " + end;
        }
    }

    private static boolean pour(Socket socket, CompletableFuture<Integer> written)
            throws IOException {
        int megabytes = 0;
        try {
            FaultyUpstream.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 33554432\r\n\r\n");
            for (var part = "a".repeat(MEGABYTE); megabytes < 32; megabytes++) {
                FaultyUpstream.write(socket, part);
            }
        } finally {
            written.complete(megabytes);
        }
        return false;
    }

    private static String outcome(CompletableFuture<Gateway.Answer> answer)
            throws InterruptedException {
        try {
            return Integer.toString(answer.get(SECONDS, TimeUnit.SECONDS).status());
        } catch (TimeoutException e) {
            return "no end";
        } catch (ExecutionException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return cause.getClass().getSimpleName();
        }
    }
}
