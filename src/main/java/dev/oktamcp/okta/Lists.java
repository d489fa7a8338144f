package dev.oktamcp.okta;

import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolException;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Lists, page by page: one page, or one after the other until the end or until there is no room.
@Component
final class Lists {

    private static final String LIMIT = "limit";

    /// The largest page that is worth its wait.
    private static final int LARGEST = 1000;

    private final OperationCalls calls;
    private final ListReader reader;
    private final Cursors cursors;
    private final JsonMapper json;

    Lists(OperationCalls calls, ListReader reader, Cursors cursors, JsonMapper json) {
        this.calls = calls;
        this.reader = reader;
        this.cursors = cursors;
        this.json = json;
    }

    /// A list that is asked for.
    ///
    /// @param size items on each of Okta's pages
    private record Asked(ToolCall call, Operation operation, Map<String, ?> arguments, int size) {

        /// Where Okta's documents name no largest page. That of the System Log's is in its guides.
        private int usual() {
            return operation.paging() == Operation.Paging.POLL ? LARGEST : PageRequest.MAX_LIMIT;
        }

        /// With the size that Okta takes, where it takes one: large enough for what was given out
        /// of this page before.
        Map<String, Object> limited(Continuation from) {
            var limited = new LinkedHashMap<String, Object>(arguments);
            for (var parameter : operation.parameters()) {
                if (LIMIT.equals(parameter.name())) {
                    var least = parameter.schema().path("minimum").asInt(1);
                    var most = parameter.schema().path("maximum").asInt(usual());
                    limited.put(LIMIT, Math.clamp((long) size + from.given(), least, most));
                }
            }
            return limited;
        }
    }

    /// @throws ToolException where it did not work
    Page page(ToolCall call, Operation operation, Map<String, ?> arguments, PageRequest page) {
        var asked = new Asked(call, operation, arguments, page.limit());
        var from = from(page.cursor(), call);
        if (page.all()) {
            return all(asked, from);
        }
        var items = json.createArrayNode();
        var part = part(asked, from, Room.of(page.limit()), items::add);
        return new Page(items, cursor(part.next(), call), part.more(), part.total(), null);
    }

    private Page all(Asked asked, Continuation from) {
        var items = json.createArrayNode();
        var size =
                new Asked(
                        asked.call(), asked.operation(), asked.arguments(), PageRequest.MAX_LIMIT);
        var rest = walk(size, from, Room.of(Integer.MAX_VALUE), items::add);
        return new Page(items, rest.nextCursor(), rest.hasMore(), null, rest.note());
    }

    /// Walks through a list.
    ///
    /// @param most items, after which it stops
    /// @throws ToolException where not even the first page came
    Rest each(
            ToolCall call,
            Operation operation,
            Map<String, ?> arguments,
            @Nullable String cursor,
            int most,
            Consumer<JsonNode> action) {
        var asked = new Asked(call, operation, arguments, Math.min(most, LARGEST));
        return walk(asked, from(cursor, call), Room.uncounted(most), action);
    }

    /// What came before a page broke off is not lost: the walk goes on right behind it.
    private Rest walk(Asked asked, Continuation from, Room room, Consumer<JsonNode> action) {
        for (var next = from; ; ) {
            var taken = new Counter(action);
            Pages.Part part;
            try {
                part = part(asked, next, room, taken);
            } catch (ToolException e) {
                return stopped(next.given(next.given() + taken.items), asked, room, e);
            }
            if (!part.more() || part.next() == null) {
                return new Rest(cursor(part.next(), asked.call()), false, null);
            }
            next = part.next();
            if (room.full()) {
                return rest(next, asked, room.note() + " Go on with next_cursor.");
            }
        }
    }

    private static final class Counter implements Consumer<JsonNode> {

        private final Consumer<JsonNode> action;
        private int items;

        Counter(Consumer<JsonNode> action) {
            this.action = action;
        }

        @Override
        public void accept(JsonNode item) {
            items++;
            action.accept(item);
        }
    }

    private Rest stopped(Continuation next, Asked asked, Room room, ToolException e) {
        if (room.empty() || asked.call().cancellation().cancelled()) {
            throw e;
        }
        return rest(
                next,
                asked,
                "Stopped before the end: %s Go on with next_cursor."
                        .formatted(e.failure().message()));
    }

    private Rest rest(Continuation next, Asked asked, String note) {
        return new Rest(cursor(next, asked.call()), true, note);
    }

    private Pages.Part part(Asked asked, Continuation from, Room room, Consumer<JsonNode> action) {
        var sent = calls.send(asked.call(), asked.operation(), asked.limited(from), from);
        var read =
                reader.read(
                        sent,
                        from.given(),
                        item -> {
                            var takes = room.takes(item);
                            if (takes) {
                                action.accept(item);
                            }
                            return takes;
                        });
        return Pages.of(sent, from, read);
    }

    private Continuation from(@Nullable String cursor, ToolCall call) {
        return cursor == null ? Continuation.NONE : cursors.open(cursor, call);
    }

    private @Nullable String cursor(@Nullable Continuation next, ToolCall call) {
        return next == null ? null : cursors.seal(next, call);
    }
}
