package dev.oktamcp.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Walks over every route that changes something, and sees each change in the System Log.
///
/// A line of the walk is `METHOD path|body|name=pointer`. What the pointer finds in the answer (its
/// id, if none is given) is what later lines call `<name>`. Paths without a service are those of
/// `/api/v1`.
class SimulatedEventsTests {

    private static final Path WALK = Path.of("src/test/resources/simulated-changes.txt");

    /// Sends a question, and changes nothing.
    private static final String QUESTION = "POST /api/v1/policies/simulate";

    private final SimulatedOrg org =
            SimulatedOrg.start(
                    SimulationSettings.bare().withRateLimits(new RateLimits(100, 1000, Map.of())));
    private final OrgProbe probe = new OrgProbe(org);
    private final Map<String, String> names = new HashMap<>();

    @AfterEach
    void stop() {
        probe.close();
    }

    @Test
    void logsEveryChange() throws Exception {
        names.put("locked", org.hasUser("alan.kay@example.com", "RECOVERY"));
        names.put("blocked", org.hasUser("ada.yonath@example.com", "LOCKED_OUT"));
        names.put("session", org.hasSession(names.get("locked")));
        names.put("sales", org.groupId("Sales"));
        names.put("wiki", OrgProbe.attributes(probe.get("/api/v1/apps?q=wiki"), "id").getFirst());
        var walked = new TreeSet<String>();
        for (var line : Files.readAllLines(WALK)) {
            walked.add(walk(line));
        }

        walked.removeIf(route -> route.startsWith("GET "));
        assertThat(walked).containsExactlyElementsOf(changing());
    }

    private String walk(String line) throws Exception {
        var parts = named(line).split("\\|", -1);
        var method = parts[0].split(" ", -1)[0];
        var path = parts[0].substring(method.length() + 1);
        var full = path.startsWith("/governance") ? path : "/api/v1" + path;
        var before = events();
        var answer = probe.sendJson(method, full, parts.length > 1 ? parts[1] : "");
        assertThat(answer.statusCode()).as(line + " " + answer.body()).isBetween(200, 204);
        assertThat(events() > before).as(line).isNotEqualTo(method.equals("GET"));
        if (parts.length > 2) {
            remember(parts[2], answer);
        }
        return template(method, full);
    }

    private String named(String line) {
        var named = line;
        for (var name : names.entrySet()) {
            named = named.replace("<" + name.getKey() + ">", name.getValue());
        }
        return named;
    }

    private void remember(String name, HttpResponse<String> answer) {
        var parts = name.split("=", -1);
        var found = OrgProbe.json(answer).at(parts.length > 1 ? parts[1] : "/id");
        names.put(parts[0], found.asString());
    }

    private long events() throws Exception {
        var log = probe.get("/api/v1/logs?limit=1000");
        return OrgProbe.json(log).size();
    }

    private static String template(String method, String path) {
        var segments = PathSegments.of(path.replaceFirst("\\?.*", ""));
        var match = new Router(routes()).find(method, segments);
        return match instanceof Router.Match.Found found ? text(found.route()) : "";
    }

    /// A token is asked for at a route that is open; everything else with these methods changes
    /// something that an administrator can see.
    private static List<String> changing() {
        return routes().filter(route -> !route.isOpen() && !route.method().equals("GET"))
                .map(SimulatedEventsTests::text)
                .filter(route -> !route.equals(QUESTION))
                .sorted()
                .toList();
    }

    private static Stream<Route> routes() {
        return Routes.of(Store.empty(SimulationSettings.bare()));
    }

    private static String text(Route route) {
        return route.method() + " /" + String.join("/", route.template());
    }
}
