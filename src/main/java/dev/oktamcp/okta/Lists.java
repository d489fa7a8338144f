package dev.oktamcp.okta;

import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolException;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

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
    private final ItemViews views;
    private final Cursors cursors;
    private final JsonMapper json;

    Lists(
            OperationCalls calls,
            ListReader reader,
            ItemViews views,
            Cursors cursors,
            JsonMapper json) {
        this.calls = calls;
        this.reader = reader;
        this.views = views;
        this.cursors = cursors;
        this.json = json;
    }

    /// A list that is asked for.
    ///
    /// @param size items on each of Okta's pages
    /// @param view what of each item is handed out
    private record Asked(
            ToolCall call, Operation operation, Map<String, ?> arguments, int size, ItemView view) {

        /// Where Okta's documents name no largest page. That of the System Log's is in its guides.
        private int usual() {
            return operation.paging() == Operation.Paging.POLL ? LARGEST : PageRequest.MAX_LIMIT;
        }

        /// With the size that Okta takes, where it takes one: large enough for what was given out
        /// of this page before. A list without pages is asked for whole: past a limit, nothing
        /// would lead on.
        Map<String, Object> limited(Continuation from) {
            var limited = new LinkedHashMap<String, Object>(arguments);
            var pages = operation.paging() != Operation.Paging.NONE;
            for (var parameter : operation.parameters()) {
                if (LIMIT.equals(parameter.name()) && pages) {
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
        var size = page.all() ? PageRequest.MAX_LIMIT : page.limit();
        var view = views.of(operation, page.format());
        var asked = new Asked(call, operation, arguments, size, view);
        var from = from(page.cursor(), call);
        return page.all() ? all(asked, from) : one(asked, from);
    }

    private Page one(Asked asked, Continuation from) {
        var items = json.createArrayNode();
        var part = part(asked, from, Room.of(asked.size()), items::add);
        var next = cursor(part.next(), asked.call());
        return new Page(items, next, part.more(), part.total(), note(asked, items, null));
    }

    private Page all(Asked asked, Continuation from) {
        var items = json.createArrayNode();
        var rest = walk(asked, from, Room.of(Integer.MAX_VALUE), items::add);
        var note = note(asked, items, rest.note());
        return new Page(items, rest.nextCursor(), rest.hasMore(), null, note);
    }

    private static @Nullable String note(Asked asked, ArrayNode items, @Nullable String already) {
        var missing = items.isEmpty() ? null : asked.view().note();
        if (missing == null) {
            return already;
        }
        return already == null ? missing : already + " " + missing;
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
        var size = Math.min(most, LARGEST);
        var asked = new Asked(call, operation, arguments, size, ItemView.WHOLE);
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
                            var shown = asked.view().of(item);
                            var takes = room.takes(shown);
                            if (takes) {
                                action.accept(shown);
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
