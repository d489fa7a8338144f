package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Everything the org remembers. Whoever reads or changes it holds its lock.
///
/// Queries see a change at once; Okta's index may lag a moment behind.
record Store(
        Clock clock,
        Ids ids,
        Resources users,
        Resources groups,
        Memberships memberships,
        Memberships appUsers,
        Memberships appGroups,
        SystemLog log,
        OAuthState oauth,
        Map<String, Resources> others,
        ReentrantLock lock) {

    static Store empty(SimulationSettings settings) {
        var ids = new Ids(settings.seed());
        return new Store(
                settings.clock(),
                ids,
                Resources.of("User"),
                Resources.of("UserGroup"),
                new Memberships(),
                new Memberships(),
                new Memberships(),
                new SystemLog(ids),
                new OAuthState(settings.clock(), ids),
                new HashMap<>(),
                new ReentrantLock());
    }

    <T> T alone(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /// The resources of a further kind, by the name that a not-found error writes.
    Resources kind(String type) {
        return others.computeIfAbsent(type, Resources::of);
    }

    String now() {
        return Json.time(clock.instant());
    }

    /// A user by id, login or unambiguous short login. Okta's paths cannot carry a login with a
    /// slash or a question mark, so those are found by id only.
    ObjectNode user(String idOrLogin) {
        return users.find(idOrLogin)
                .or(() -> byLogin(idOrLogin))
                .or(() -> byShortLogin(idOrLogin))
                .orElseThrow(() -> OktaError.notFound(idOrLogin, users.type()));
    }

    private Optional<ObjectNode> byLogin(String login) {
        return login.matches(".*[/?].*") ? Optional.empty() : users.withProfile("login", login);
    }

    private Optional<ObjectNode> byShortLogin(String name) {
        var start = name.toLowerCase(Locale.ROOT) + "@";
        var found =
                users.all().stream()
                        .filter(user -> login(user).toLowerCase(Locale.ROOT).startsWith(start))
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    static String login(ObjectNode user) {
        return Json.text(user.path("profile"), "login");
    }
}
