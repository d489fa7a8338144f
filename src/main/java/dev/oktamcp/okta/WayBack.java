package dev.oktamcp.okta;

import dev.oktamcp.tool.Effect;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The way back from a change, as far as it is sure from what Okta's API has: nobody is told that
/// something can be undone because it mostly can.
final class WayBack {

    /// Last segments of paths that are opposites where both are there.
    private static final List<List<String>> OPPOSITES =
            List.of(
                    List.of("activate", "deactivate"),
                    List.of("suspend", "unsuspend"),
                    List.of("subscribe", "unsubscribe"),
                    List.of("pause", "resume"),
                    List.of("grant", "revoke"),
                    List.of("publish", "un-publish"),
                    List.of("assign", "unassign"),
                    List.of("optIn", "optOut"),
                    List.of("failover", "failback"),
                    List.of("showEndUserFooter", "hideEndUserFooter"));

    /// What these make need not be there before.
    private static final Pattern MAKES =
            Pattern.compile(
                    "(assign|create|link|upsert)[A-Z].*"
                            + "|replace(Customized|Preview)[A-Z].*|replaceBrandWellKnownURI");

    /// What these write over need not have been nothing, so to delete it is no way back.
    private static final Pattern WRITES_OVER = Pattern.compile("(update|upload)[A-Z].*");

    private static final String LINK =
            "It can be linked again; what was set with the link is lost.";
    private static final String REMOVED =
            "What is removed does not come back; at most it can be made anew.";
    private static final String OLD_VALUES =
            "The old values can be set again, as far as Okta shows them.";
    private static final String CUT_OFF = " What is cut off meanwhile does not all come back.";
    private static final String NONE = "Okta has no call that takes it back.";

    private final Map<String, Operation> byRequest = new HashMap<>();
    private final Map<String, String> opposites = new HashMap<>();

    WayBack(Operations operations) {
        operations.all().forEach(each -> byRequest.put(each.request(), each));
        for (var pair : OPPOSITES) {
            opposites.put(pair.getFirst(), pair.getLast());
            opposites.put(pair.getLast(), pair.getFirst());
        }
    }

    /// Whether what it is about need not be there before.
    static boolean makes(Operation operation) {
        return MAKES.matcher(operation.id()).matches();
    }

    /// From a change of what is there already.
    ///
    /// @return a sentence; null where nothing is sure
    @Nullable String from(Operation operation) {
        return switch (operation.http()) {
            case "DELETE" -> operation.facts().effect() == Effect.CHANGE ? LINK : REMOVED;
            case "PUT" -> shown(operation) ? OLD_VALUES : fromMaking(operation);
            case "PATCH" -> shown(operation) ? OLD_VALUES : null;
            default -> fromPost(operation);
        };
    }

    /// From making what was not there.
    ///
    /// @return a sentence; null where nothing is sure
    @Nullable String fromMaking(Operation operation) {
        return call("DELETE", operation.path());
    }

    private @Nullable String fromPost(Operation operation) {
        if (shown(operation) && operation.body() != null && !makes(operation)) {
            return OLD_VALUES;
        }
        return WRITES_OVER.matcher(operation.id()).matches() ? null : fromAct(operation);
    }

    private @Nullable String fromAct(Operation operation) {
        var path = operation.path();
        var end = path.lastIndexOf('/');
        var opposite = opposites.get(path.substring(end + 1));
        var back = opposite == null ? null : call("POST", path.substring(0, end + 1) + opposite);
        if (back != null) {
            return operation.facts().effect() == Effect.DESTROY ? back + CUT_OFF : back;
        }
        if (operation.facts().effect() == Effect.DESTROY) {
            return path.contains("/lifecycle/") ? NONE : null;
        }
        var one = call("DELETE", path + "/{}");
        return one == null ? fromMaking(operation) : one;
    }

    private @Nullable String call(String http, String path) {
        var operation = byRequest.get(Operation.request(http, path));
        return operation == null
                ? null
                : "There is a call for the opposite: %s.".formatted(operation.id());
    }

    private boolean shown(Operation operation) {
        var read = byRequest.get(Operation.request("GET", operation.path()));
        return read != null && !read.lists();
    }
}
