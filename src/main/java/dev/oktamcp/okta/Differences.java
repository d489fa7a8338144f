package dev.oktamcp.okta;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// What a newer document changes, in lines for an operator.
final class Differences {

    /// Lines of one kind; the rest is counted.
    private static final int MOST = 50;

    private final List<String> added = new ArrayList<>();
    private final List<String> gone = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();

    Differences(Collection<Operation> before, Collection<Operation> now) {
        var old = new TreeMap<String, Operation>();
        before.forEach(operation -> old.put(operation.id(), operation));
        var here = new TreeMap<String, Operation>();
        now.forEach(operation -> here.put(operation.id(), operation));
        for (var operation : here.values()) {
            compare(old.remove(operation.id()), operation);
        }
        old.values().forEach(operation -> gone.add(named(operation)));
    }

    private void compare(@Nullable Operation before, Operation now) {
        if (before == null) {
            added.add("%s, %s until it is reviewed".formatted(named(now), now.facts().effect()));
        } else {
            var what = what(before, now);
            if (!what.isEmpty()) {
                changed.add("%s: %s".formatted(named(now), String.join(", ", what)));
            }
        }
    }

    private static List<String> what(Operation before, Operation now) {
        var what = new ArrayList<String>();
        if (!before.http().equals(now.http()) || !before.path().equals(now.path())) {
            what.add("was " + before.http() + " " + before.path());
        }
        if (now.facts().effect() != before.facts().effect()) {
            what.add("%s until it is reviewed".formatted(now.facts().effect()));
        }
        same("scopes", before.facts().scopes(), now.facts().scopes(), what);
        same("credentials", before.facts().credentials(), now.facts().credentials(), what);
        same("parameters", Set.copyOf(before.parameters()), Set.copyOf(now.parameters()), what);
        same("body", before.body(), now.body(), what);
        same("answer", answer(before), answer(now), what);
        return what;
    }

    private static List<Object> answer(Operation operation) {
        var items = Objects.requireNonNullElse(operation.items(), "");
        return List.of(operation.response(), operation.paging(), items);
    }

    private static void same(
            String name, @Nullable Object before, @Nullable Object now, List<String> what) {
        if (!Objects.equals(before, now)) {
            what.add(name);
        }
    }

    private static String named(Operation operation) {
        return "%s (%s %s)".formatted(operation.id(), operation.http(), operation.path());
    }

    /// The whole first, then one line each.
    ///
    /// @param source which document it is
    List<String> lines(Operation.Api api, String source) {
        var lines = new ArrayList<String>();
        lines.add(
                "Okta's %s API is that of %s: %d operations new, %d gone, %d changed"
                        .formatted(api.word(), source, added.size(), gone.size(), changed.size()));
        add("New", added, lines);
        add("Gone", gone, lines);
        add("Changed", changed, lines);
        return lines;
    }

    private static void add(String kind, List<String> operations, List<String> lines) {
        operations.stream()
                .limit(MOST)
                .forEach(operation -> lines.add("%s: %s".formatted(kind, operation)));
        if (operations.size() > MOST) {
            lines.add("%s: %d more".formatted(kind, operations.size() - MOST));
        }
    }
}
