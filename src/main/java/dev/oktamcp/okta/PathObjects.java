package dev.oktamcp.okta;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.PlainText;
import dev.oktamcp.tool.ToolException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The objects on the path of a request, read together and each once.
final class PathObjects {

    /// Of an id. A longer one would push from sight what stands behind it.
    private static final int LONGEST = 100;

    private final OktaClient okta;
    private final Map<String, ?> arguments;
    private final Showing state;
    private final List<Showing> onPath;
    private final Map<Showing.Look, Seen> seen = new HashMap<>();

    /// Reads them as the call in progress.
    ///
    /// @param arguments of the request
    /// @param state what shows the present state of what the request is about
    /// @param onPath what the request is about, and whose that is
    PathObjects(OktaClient okta, Map<String, ?> arguments, Showing state, List<Showing> onPath) {
        this.okta = okta;
        this.arguments = arguments;
        this.state = state;
        this.onPath = onPath.isEmpty() ? List.of(state) : onPath;
        var looks = new LinkedHashSet<Showing.Look>();
        state.look(arguments).ifPresent(looks::add);
        onPath.forEach(showing -> showing.look(arguments).ifPresent(looks::add));
        read(List.copyOf(looks));
    }

    private void read(List<Showing.Look> looks) {
        var reads = new ArrayList<Supplier<Seen>>();
        looks.forEach(look -> reads.add(() -> seen(look)));
        var found = okta.together(reads);
        for (var at = 0; at < looks.size(); at++) {
            seen.put(looks.get(at), found.get(at));
        }
    }

    private Seen seen(Showing.Look look) {
        var read = look.read();
        if (!okta.allows(read.id())) {
            return new Seen.NotAllowed(read);
        }
        try {
            return new Seen.There(read, okta.call(read.id(), look.arguments()));
        } catch (ToolException e) {
            if (endsTheCall(e, look)) {
                throw e;
            }
            return new Seen.Refused(read, e);
        }
    }

    /// A name can be done without, whatever keeps it away; the present state only where Okta itself
    /// refused it.
    private boolean endsTheCall(ToolException why, Showing.Look look) {
        if (why.failure().code() == FailureCode.CANCELLED) {
            return true;
        }
        var isState = state.look(arguments).filter(look::equals).isPresent();
        return isState && !(why instanceof OktaApiException);
    }

    /// Null where nothing shows it.
    @Nullable Seen state() {
        return of(state);
    }

    private @Nullable Seen of(Showing showing) {
        return showing.look(arguments).map(seen::get).orElse(null);
    }

    /// All of them by name, or where that is not known by id; empty where no name is known.
    Optional<String> named() {
        var names = new ArrayList<String>();
        var known = false;
        for (var object : onPath) {
            var name = of(object) instanceof Seen.There(_, var found) ? okta.named(found) : "";
            known = known || !name.isEmpty();
            names.add(name.isEmpty() ? given(object) : name);
        }
        return known ? Optional.of(String.join(" of ", names)) : Optional.empty();
    }

    /// Empty where its path has no parameter.
    private String given(Showing object) {
        var parameter = object.parameter();
        return parameter == null
                ? ""
                : PlainText.of(String.valueOf(arguments.get(parameter)), LONGEST);
    }

    /// Why names are missing, one sentence each, and the same whenever it is asked for: a yes is
    /// for these words, and messages tell of seconds to wait. What is missing of the state says so
    /// itself.
    Set<String> unnamed() {
        var sentences = new LinkedHashSet<String>();
        for (var object : onPath) {
            var found = of(object);
            if (found != null && found != state()) {
                sentence(found, given(object)).ifPresent(sentences::add);
            }
        }
        return sentences;
    }

    private static Optional<String> sentence(Seen found, String id) {
        return switch (found) {
            case Seen.There _ -> Optional.empty();
            case Seen.NotAllowed(var read) ->
                    Optional.of(
                            "What %s is called is not shown: this MCP server does not let %s through."
                                    .formatted(id, read.id()));
            case Seen.Refused(var read, var why) ->
                    Optional.of(
                            "What %s is called could not be read: %s, %s."
                                    .formatted(id, read.id(), why.failure().code()));
        };
    }
}
