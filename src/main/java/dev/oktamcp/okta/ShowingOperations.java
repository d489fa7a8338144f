package dev.oktamcp.okta;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which operations show what another one is about: the objects on its path.
@Component
public final class ShowingOperations {

    /// What has its id wherever it stands: a user's assignment to an app is known by the user.
    private static final Set<String> EVERYWHERE = Set.of("apps", "groups", "users");

    private final Map<String, Operation> readsAt = new HashMap<>();

    ShowingOperations(Operations operations) {
        for (var operation : operations.all()) {
            var object = operation.response() == Operation.Response.JSON && !operation.lists();
            if (object && operation.http().equals("GET") && needsNothingElse(operation)) {
                readsAt.put(operation.request(), operation);
            }
        }
    }

    private static boolean needsNothingElse(Operation read) {
        return read.parameters().stream()
                .noneMatch(each -> each.required() && each.in() != Operation.Place.PATH);
    }

    /// All that may be read to show what an operation is about.
    public List<Operation> of(Operation operation) {
        return Stream.concat(Stream.of(state(operation)), objects(operation).stream())
                .map(Showing::read)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /// What shows the present state: the GET of the same path, or of the nearest above it that has
    /// all of its parameters. What is above these is another thing.
    Showing state(Operation operation) {
        var path = List.of(operation.path().split("/"));
        for (var end = path.size(); end > 1; end--) {
            var found = at(path.subList(0, end));
            if (found.isPresent() || isParameter(path.get(end - 1))) {
                return found.orElse(nothing(null));
            }
        }
        return nothing(null);
    }

    /// The objects that stand on the path, the nearest first: whose they are comes behind them.
    List<Showing> objects(Operation operation) {
        var path = List.of(operation.path().split("/"));
        var objects = new ArrayList<Showing>();
        for (var end = path.size(); end > 1; end--) {
            if (isParameter(path.get(end - 1))) {
                objects.add(object(path.subList(0, end)));
            }
        }
        return objects;
    }

    private Showing object(List<String> path) {
        var collection = path.get(path.size() - 2);
        var own = at(path);
        var common = at(List.of("", "api", "v1", collection, path.getLast()));
        var found = EVERYWHERE.contains(collection) ? common.or(() -> own) : own.or(() -> common);
        return found.orElse(nothing(name(path.getLast())));
    }

    private static Showing nothing(@Nullable String parameter) {
        return new Showing(parameter, null, Map.of());
    }

    /// The GET at this path, where its parameters mean the same.
    private Optional<Showing> at(List<String> path) {
        var read = readsAt.get(Operation.request("GET", String.join("/", path)));
        if (read == null) {
            return Optional.empty();
        }
        var of = List.of(read.path().split("/"));
        var names = new LinkedHashMap<String, String>();
        for (var at = 0; at < path.size(); at++) {
            if (isParameter(path.get(at))) {
                if (!mean(path.get(at - 1), name(path.get(at)), name(of.get(at)))) {
                    return Optional.empty();
                }
                names.put(name(path.get(at)), name(of.get(at)));
            }
        }
        var last = isParameter(path.getLast()) ? name(path.getLast()) : null;
        return Optional.of(new Showing(last, read, names));
    }

    /// Whether two parameters behind the same segment mean the same: `appName` is no `appId`, and
    /// behind `users` a `userId` is an `id`, an `externalId` is not.
    private static boolean mean(String collection, String here, String there) {
        var wanted = there.equals("id") ? singular(collection) + "Id" : there;
        return here.equals(there)
                || here.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }

    private static String singular(String collection) {
        return collection.endsWith("s")
                ? collection.substring(0, collection.length() - 1)
                : collection;
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    private static String name(String segment) {
        return segment.substring(1, segment.length() - 1);
    }
}
