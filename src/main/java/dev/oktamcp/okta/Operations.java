package dev.oktamcp.okta;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What Okta can do: every operation that is known here, by its `operationId`.
public final class Operations {

    private final Map<String, Operation> byId = new TreeMap<>();
    private final Set<String> shipped;

    /// Of operations that came with the server and can't be relied on any more: what happened.
    private final Map<String, String> lost = new HashMap<>();

    /// Those that came with the server.
    Operations(JsonMapper json) throws IOException {
        try (var file = new ClassPathResource("operations.json").getInputStream()) {
            for (var entry : json.readTree(file).required("operations")) {
                var operation = OperationReader.operation(entry);
                byId.put(operation.id(), operation);
            }
        }
        shipped = Set.copyOf(byId.keySet());
    }

    private Operations(Operations before) {
        byId.putAll(before.byId);
        shipped = before.shipped;
        lost.putAll(before.lost);
    }

    /// These, but of one API those of another document.
    ///
    /// @param place where that document is
    Operations with(Operation.Api api, Collection<Operation> newer, String place) {
        var all = new Operations(this);
        all.byId.values().removeIf(operation -> operation.api() == api);
        newer.forEach(operation -> all.byId.put(operation.id(), operation));
        for (var operation : byId.values()) {
            var what = lost(operation, all.byId.get(operation.id()), place);
            if (what != null) {
                all.lost.put(operation.id(), what);
            }
        }
        return all;
    }

    /// Why a tool that was written for one before can't rely on the one now.
    private static @Nullable String lost(Operation before, @Nullable Operation now, String place) {
        if (now == null) {
            return "which %s does not have".formatted(place);
        }
        if (now.facts().effect().exceeds(before.facts().effect())) {
            return "which %s has moved to %s %s, where nobody has reviewed it yet"
                    .formatted(place, now.http(), now.path());
        }
        var gone = names(before, false);
        gone.removeAll(names(now, false));
        if (!gone.isEmpty()) {
            return "which %s has without %s".formatted(place, String.join(", ", gone));
        }
        var asked = names(now, true);
        asked.removeAll(names(before, true));
        return asked.isEmpty()
                ? null
                : "for which %s requires %s".formatted(place, String.join(", ", asked));
    }

    /// Of parameters: a tool gives them by these.
    private static Set<String> names(Operation operation, boolean onlyRequired) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.required() || !onlyRequired)
                .map(Operation.Parameter::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// @throws IllegalArgumentException for an id that is not known
    public Operation require(String id) {
        var operation = byId.get(id);
        if (operation == null) {
            throw new IllegalArgumentException("No operation of Okta is named " + id);
        }
        return operation;
    }

    /// The operation as it was when somebody here decided to use it.
    ///
    /// @param user who can't do without, for example `Tool get_user`
    /// @throws IllegalArgumentException that says where it is missing
    public Operation require(String id, String user) {
        var what = lost.get(id);
        if (what != null) {
            throw new IllegalArgumentException(
                    "%s needs Okta's operation %s, %s. Give a document that has it as it was, or none: then the one that came with this server counts."
                            .formatted(user, id, what));
        }
        return require(id);
    }

    /// Every operation, by id.
    public Collection<Operation> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /// The ids of those that came with the server, whether or not they are still there.
    public Set<String> shipped() {
        return shipped;
    }
}
