package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The parts of an answer that are read together. What this MCP server does not allow and what Okta
/// did not give is left out and named.
final class Parts {

    /// For tools that hand the cursor on.
    private static final String GO_ON = " Go on with next_cursor.";

    private final OktaClient okta;
    private final List<Supplier<Optional<LeftOut>>> reads = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    Parts(OktaClient okta) {
        this.okta = okta;
    }

    /// @param operationIds without which there is nothing to read
    <T> Part<T> add(String name, Supplier<T> source, String... operationIds) {
        var part = new Part<>(name, source);
        var refused = Stream.of(operationIds).filter(id -> !okta.allows(id)).toList();
        if (refused.isEmpty()) {
            reads.add(part::read);
        } else {
            leftOut.add(new LeftOut(name, notAllowed(refused)));
        }
        return part;
    }

    /// A part that is not asked for, because what there would be to say is known.
    <T> Part<T> without(String name, String why) {
        leftOut.add(new LeftOut(name, why));
        return new Part<>(
                name,
                () -> {
                    throw new IllegalStateException("This part is not read: " + name);
                });
    }

    /// Names a part of which only the beginning came.
    void cut(String name, Rest rest) {
        if (rest.hasMore() || rest.note() != null) {
            var why = rest.note() == null ? "" : " " + rest.note().replace(GO_ON, "");
            leftOut.add(new LeftOut(name, "Only the beginning of the list was read." + why));
        }
    }

    private static String notAllowed(List<String> operationIds) {
        return "This MCP server does not allow %s; an administrator can widen it."
                .formatted(String.join(", ", operationIds));
    }

    /// Reads what was added since the last time.
    void read() {
        var problems = okta.together(reads);
        reads.clear();
        problems.forEach(problem -> problem.ifPresent(leftOut::add));
    }

    List<LeftOut> leftOut() {
        return List.copyOf(leftOut);
    }
}
