package dev.oktamcp.simulation;

import com.sun.net.httpserver.HttpServer;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// A running Okta org, faithful to Okta's documents as far as its routes go.
///
/// It starts with seeded people, groups and events. A test says what else is there, acts through
/// HTTP, and asks what became of it.
public final class SimulatedOrg implements AutoCloseable {

    private static final int BACKLOG = 50;

    private final SimulationSettings settings;
    private final Store store;
    private final Journal journal = new Journal();
    private final Edge edge;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private SimulatedOrg(SimulationSettings settings) throws IOException {
        this.settings = settings;
        this.store = Seed.store(settings);
        var responder = new Responder(store, new Router(Routes.of(store)), settings, journal);
        this.edge = new Edge(responder, journal, store.ids(), settings);
        var address =
                new InetSocketAddress(
                        InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), settings.port());
        this.server = HttpServer.create(address, BACKLOG);
        server.setExecutor(executor);
        server.createContext("/", edge);
    }

    /// An org with the usual people, at a free port.
    public static SimulatedOrg start() {
        return start(SimulationSettings.defaults());
    }

    public static SimulatedOrg start(SimulationSettings settings) {
        try {
            var org = new SimulatedOrg(settings);
            org.server.start();
            return org;
        } catch (IOException e) {
            throw new UncheckedIOException("The simulated org cannot listen", e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// A token the org accepts, without the scheme.
    public String apiToken() {
        return settings.apiTokens().getFirst();
    }

    public String hasUser(String login) {
        return hasUser(login, UserStatus.ACTIVE.name());
    }

    /// Adds a user, or puts an existing one into this status.
    ///
    /// @param status an Okta status such as `SUSPENDED`
    /// @return the user's id
    public String hasUser(String login, String status) {
        var person = Person.named(login, UserStatus.valueOf(status));
        return store.alone(() -> {
            var user = store.users().withProfile("login", login);
            user.ifPresent(known -> known.put("status", status));
            return Json.text(user.orElseGet(() -> add(person)), "id");
        });
    }

    private ObjectNode add(Person person) {
        return Seed.add(store, person, store.clock().instant().minus(Duration.ofDays(30)));
    }

    /// Adds a group of type `OKTA_GROUP`, unless there is a group of this name.
    ///
    /// @return the group's id
    public String hasGroup(String name) {
        return store.alone(() -> {
            var group = store.groups().withProfile("name", name);
            return Json.text(group.orElseGet(() -> SeedGroups.add(store, name)), "id");
        });
    }

    public void hasMember(String groupId, String userId) {
        var _ =
                store.alone(() -> {
                    var group = store.groups().get(groupId);
                    var user = store.users().get(userId);
                    return store.memberships().add(Json.text(group, "id"), Json.text(user, "id"));
                });
    }

    /// A new session of a user.
    ///
    /// @return the session's id, which Okta's API would not tell
    public String hasSession(String userId) {
        return store.alone(() -> {
            return Json.text(Sessions.add(store, store.users().get(userId)), "id");
        });
    }

    /// Registers an app at the token endpoint, or changes one of the same client id.
    public void hasServiceApp(ServiceApp app) {
        var _ =
                store.alone(() -> {
                    store.oauth().add(app);
                    return app;
                });
    }

    public AccessTokens accessTokens() {
        return new AccessTokens(store, journal);
    }

    public LogBook log() {
        return new LogBook(store);
    }

    public String statusOf(String userId) {
        return store.alone(() -> Json.text(store.users().get(userId), "status"));
    }

    public boolean isMember(String groupId, String userId) {
        return store.alone(() -> store.memberships().contains(groupId, userId));
    }

    public String userId(String login) {
        return store.alone(() -> id(store.users(), "login", login));
    }

    public String groupId(String name) {
        return store.alone(() -> id(store.groups(), "name", name));
    }

    private static String id(Resources resources, String attribute, String value) {
        return resources
                .withProfile(attribute, value)
                .map(resource -> Json.text(resource, "id"))
                .orElseThrow(() -> new IllegalArgumentException("Nothing here is named " + value));
    }

    /// Every request since the start, or since [#forgetRequests()].
    public List<RecordedRequest> requests() {
        return journal.requests();
    }

    public void forgetRequests() {
        journal.forget();
    }

    /// Shows every request to someone, as it comes in and on the org's own thread.
    public void watch(Consumer<RecordedRequest> watcher) {
        journal.watch(watcher);
    }

    /// Requests for which there is no route: either a wrong path or a gap in the simulation.
    public List<String> unknownRequests() {
        return journal.unknown();
    }

    public void forgetUnknownRequests() {
        journal.forgetUnknown();
    }

    /// From now on takes only so many requests at once, and each one's time.
    ///
    /// @param atOnce 0 for any number
    /// @param latency how long a request is under way before it is answered
    public void becomes(int atOnce, Duration latency) {
        edge.become(atOnce, latency);
    }

    /// From now on shows an empty object where what is asked for is not there. For tests of what is
    /// sent, whatever it is about.
    public void showsAnything() {
        edge.showAnything();
    }

    /// Lets the next request meet a fault; further faults wait for further requests.
    public void next(Fault fault) {
        edge.next(fault);
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
