package dev.oktamcp.simulation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Where HTTP begins and ends: reads requests, writes answers, and lets faults happen.
final class Edge implements HttpHandler {

    static final String FOREIGN_HOST = "https://foreign.example.net";

    private final Responder responder;
    private final Journal journal;
    private final Ids ids;
    private volatile Slots slots;
    private volatile Duration latency;
    private volatile boolean showsAnything;
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();

    Edge(Responder responder, Journal journal, Ids ids, SimulationSettings settings) {
        this.responder = responder;
        this.journal = journal;
        this.ids = ids;
        this.slots = new Slots(settings.concurrency());
        this.latency = settings.latency();
    }

    void become(int atOnce, Duration time) {
        slots = new Slots(atOnce);
        latency = time;
    }

    void showAnything() {
        showsAnything = true;
    }

    void next(Fault fault) {
        faults.add(fault);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange;
                var slot = slots.take()) {
            var request = read(exchange);
            journal.record(request);
            if (slot.isGranted()) {
                serve(exchange, slot, request);
            } else {
                write(exchange, slot, responder.crowd(request));
            }
        }
    }

    private void serve(HttpExchange exchange, Slots.Slot slot, Incoming request)
            throws IOException {
        sleep(latency.toMillis());
        var base = "http://127.0.0.1:" + exchange.getLocalAddress().getPort();
        switch (faults.poll()) {
            case null -> write(exchange, slot, shown(request, responder.answer(request, base)));
            case Fault.Delay(var duration) -> {
                sleep(duration.toMillis());
                write(exchange, slot, responder.answer(request, base));
            }
            case Fault.Status(var status) -> write(exchange, slot, responder.fail(request, status));
            case Fault.RateLimit(var untilReset) ->
                    write(exchange, slot, responder.exceed(request, untilReset));
            case Fault.ConcurrencyLimit() -> write(exchange, slot, responder.crowd(request));
            case Fault.Redirect(var to) -> write(exchange, slot, responder.redirect(request, to));
            case Fault.DropConnection() -> exchange.close();
            case Fault.DropAnswer() -> responder.answer(request, base);
            case Fault.TruncatedBody() ->
                    writeHalf(exchange, slot, responder.answer(request, base));
            case Fault.ForeignNextLink() ->
                    write(exchange, slot, foreign(responder.answer(request, base), base));
        }
    }

    private Reply shown(Incoming request, Reply reply) {
        return showsAnything && request.method().equals("GET") && reply.status() == 404
                ? new Reply(200, reply.headers(), "{}")
                : reply;
    }

    /// Leads every `next` link astray, and adds one where there is none.
    private static Reply foreign(Reply reply, String base) {
        var headers = new ArrayList<>(reply.headers());
        headers.removeIf(header -> header.value().endsWith("rel=\"next\""));
        var self =
                headers.stream()
                        .filter(header -> header.name().equals("Link"))
                        .map(header -> header.value().replace(base, FOREIGN_HOST))
                        .findFirst()
                        .orElse("<" + FOREIGN_HOST + ">; rel=\"self\"");
        headers.add(new Header("Link", self.replace("rel=\"self\"", "rel=\"next\"")));
        return new Reply(reply.status(), headers, reply.body());
    }

    private Incoming read(HttpExchange exchange) throws IOException {
        return new Incoming(
                ids.next("req"),
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers(exchange),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                exchange.getRemoteAddress().getAddress().getHostAddress());
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return headers;
    }

    /// The slot is free before the caller can know, or its next request could find none.
    private static void write(HttpExchange exchange, Slots.Slot slot, Reply reply)
            throws IOException {
        slot.close();
        var body = start(exchange, reply);
        exchange.getResponseBody().write(body);
    }

    private static void writeHalf(HttpExchange exchange, Slots.Slot slot, Reply reply)
            throws IOException {
        slot.close();
        var body = start(exchange, reply);
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
    }

    private static byte[] start(HttpExchange exchange, Reply reply) throws IOException {
        for (var header : reply.headers()) {
            exchange.getResponseHeaders().add(header.name(), header.value());
        }
        var body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        return body;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
