package dev.oktamcp.demo;

import dev.oktamcp.simulation.RateLimits;
import dev.oktamcp.simulation.SimulationSettings;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.SimpleCommandLinePropertySource;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;

/// What the command line says about the simulated org, as `--org.users=1000`.
///
/// `org.limits` is a factor: 0.5 halves the quotas that Okta has published.
final class OrgOptions {

    static final String ALONE = "org.alone";

    private static final String SIZE = "org.size";
    private static final Map<String, Option> OPTIONS =
            Map.of(
                    "org.port", (org, value) -> org.withPort(Integer.parseInt(value)),
                    "org.users", (org, value) -> org.withUsers(Integer.parseInt(value)),
                    "org.groups", (org, value) -> org.withGroups(Integer.parseInt(value)),
                    "org.log-events", (org, value) -> org.withLogEvents(Integer.parseInt(value)),
                    "org.seed", (org, value) -> org.withSeed(Long.parseLong(value)),
                    "org.concurrency", (org, value) -> org.withConcurrency(Integer.parseInt(value)),
                    "org.latency",
                            (org, value) -> org.withLatency(DurationStyle.detectAndParse(value)),
                    "org.limits", (org, value) -> org.withRateLimits(limits(value)));

    private final SimpleCommandLinePropertySource given;

    OrgOptions(String... arguments) {
        this.given = new SimpleCommandLinePropertySource(arguments);
        for (var name : given.getPropertyNames()) {
            if (name.startsWith("org.") && !isKnown(name)) {
                throw new IllegalArgumentException(
                        "There is no --" + name + ". The org understands " + known());
            }
        }
    }

    /// An option of the simulated org: what it makes of the settings.
    private interface Option extends BiFunction<SimulationSettings, String, SimulationSettings> {}

    boolean isAlone() {
        return given.containsProperty(ALONE);
    }

    /// The size comes first, so that the others can change it.
    SimulationSettings settings() {
        var settings = ofSize();
        for (var option : OPTIONS.entrySet()) {
            var value = given.getProperty(option.getKey());
            if (value != null) {
                settings = option.getValue().apply(settings, value);
            }
        }
        return settings;
    }

    private SimulationSettings ofSize() {
        var size = given.getProperty(SIZE);
        return switch (size == null ? "small" : size) {
            case "bare" -> SimulationSettings.bare();
            case "small" -> SimulationSettings.defaults();
            case "large" -> SimulationSettings.large();
            default -> throw new IllegalArgumentException("--org.size is bare, small or large");
        };
    }

    private static RateLimits limits(String factor) {
        return new RateLimits(50, Double.parseDouble(factor), Map.of());
    }

    private static boolean isKnown(String name) {
        return OPTIONS.containsKey(name) || List.of(ALONE, SIZE).contains(name);
    }

    private static String known() {
        var names = new TreeSet<>(OPTIONS.keySet());
        names.addAll(List.of(ALONE, SIZE));
        return String.join(", ", names);
    }
}
