package dev.oktamcp.fuzz;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.RunningServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;

/// Peers that send at the same time, each what its own chance makes.
final class Run {

    private static final int MOST_FINDINGS = 20;

    private final AtomicLong sent = new AtomicLong();
    private final Map<Integer, Long> statuses = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<String> findings = new ConcurrentLinkedQueue<>();
    private final RunningServer server;
    private final int peers;

    Run(RunningServer server, int peers) {
        this.server = server;
        this.peers = peers;
    }

    /// @param seed of the first peer; the next ones have the next
    /// @param goOn asked with the number of messages that were sent
    /// @return what was wrong, with what was sent
    List<String> of(long seed, LongPredicate goOn) throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < peers; i++) {
            var chance = Chance.of(seed + i);
            threads.add(Thread.ofPlatform().start(() -> send(chance, goOn)));
        }
        for (var thread : threads) {
            thread.join();
        }
        return List.copyOf(findings);
    }

    /// How many answers of each status there were; 0 where the connection was closed instead.
    Map<Integer, Long> statuses() {
        return statuses;
    }

    private void send(Chance chance, LongPredicate goOn) {
        var url = URI.create(server.servers().readOnly());
        var traffic = new Traffic(chance, url.getPath(), session(url));
        try (var peer = new Peer(url.getPort())) {
            while (findings.size() < MOST_FINDINGS && goOn.test(sent.getAndIncrement())) {
                var finding = tried(peer, traffic.next());
                if (finding != null) {
                    findings.add(finding);
                }
            }
        } catch (IOException | RuntimeException e) {
            findings.add(e.toString());
        }
    }

    private @Nullable String tried(Peer peer, HttpMessage message) throws IOException {
        Optional<Answer> answer = Optional.empty();
        var wrong = Optional.of("No answer in time");
        try {
            answer = peer.send(message);
            statuses.merge(answer.map(Answer::status).orElse(0), 1L, Long::sum);
            wrong = Verdict.of(message, answer);
        } catch (SocketTimeoutException e) {
            peer.close();
        }
        var given = answer.map(Answer::toString).orElse("");
        return wrong.map(what -> "%s%n%s%n→ %s".formatted(what, message, given)).orElse(null);
    }

    private static String session(URI url) {
        return RawClient.of(url.toString())
                .initialize("{}")
                .headers()
                .firstValue("Mcp-Session-Id")
                .orElseThrow();
    }
}
