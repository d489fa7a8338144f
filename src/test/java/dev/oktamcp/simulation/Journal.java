package dev.oktamcp.simulation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// What the org was asked, in order.
final class Journal {

    private static final Set<String> KEPT =
            Set.of(
                    "accept",
                    "content-type",
                    "content-length",
                    "user-agent",
                    "if-match",
                    "prefer",
                    "x-okta-retry-for",
                    "x-okta-retry-count");

    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final List<String> unknown = new CopyOnWriteArrayList<>();
    private final List<Consumer<RecordedRequest>> watchers = new CopyOnWriteArrayList<>();

    void record(Incoming request) {
        var recorded =
                new RecordedRequest(
                        request.method(), request.target(), kept(request), body(request));
        requests.add(recorded);
        watchers.forEach(watcher -> watcher.accept(recorded));
    }

    void watch(Consumer<RecordedRequest> watcher) {
        watchers.add(watcher);
    }

    void recordUnknown(Incoming request) {
        unknown.add(request.method() + " " + request.target());
    }

    List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    List<String> unknown() {
        return List.copyOf(unknown);
    }

    void forget() {
        requests.clear();
    }

    void forgetUnknown() {
        unknown.clear();
    }

    /// An assertion is a credential, and like the others it is not kept.
    private static String body(Incoming request) {
        return request.body().replaceAll("client_assertion=[^&]*", "client_assertion=…");
    }

    long tokenRequests() {
        return requests.stream()
                .filter(request -> request.target().equals(TokenEndpoint.PATH))
                .count();
    }

    private static Map<String, String> kept(Incoming request) {
        var kept = new TreeMap<>(request.headers());
        kept.keySet().retainAll(KEPT);
        return kept;
    }
}
