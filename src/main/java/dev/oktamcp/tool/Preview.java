package dev.oktamcp.tool;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.stream.Stream;

/// What a call would do: what a human is shown before saying yes, and what `dry_run` answers.
///
/// @param target what it is about, by name and id; null where nothing has to be there already
/// @param now its present state; null where that is not known
/// @param changes what becomes different, at its place: `from` and `to`; null where that can't be
///   said
/// @param reach whom or what else it concerns, in sentences
/// @param undo whether and how it can be undone, in a sentence; null where nobody has said
/// @param requests what would be sent: the operation, and its arguments
/// @param notes what else has to be said, for example what could not be read
public record Preview(
        @Nullable String target,
        @Nullable ObjectNode now,
        @Nullable ObjectNode changes,
        List<String> reach,
        @Nullable String undo,
        List<ObjectNode> requests,
        List<String> notes)
        implements Answer {

    /// Under which its requests stand.
    public static final String REQUESTS = "requests";

    /// Nothing is known yet.
    public static final Preview EMPTY =
            new Preview(null, null, null, List.of(), null, List.of(), List.of());

    public Preview {
        reach = List.copyOf(reach);
        requests = List.copyOf(requests);
        notes = List.copyOf(notes);
    }

    /// The same about this, by name and id.
    public Preview target(@Nullable String named) {
        return new Preview(named, now, changes, reach, undo, requests, notes);
    }

    /// The same with one more sentence about whom or what it concerns.
    public Preview reach(String sentence) {
        return new Preview(target, now, changes, plus(reach, sentence), undo, requests, notes);
    }

    /// The same with this sentence about the way back.
    public Preview undo(@Nullable String sentence) {
        return new Preview(target, now, changes, reach, sentence, requests, notes);
    }

    /// The same with one more thing that has to be said.
    public Preview note(String sentence) {
        return new Preview(target, now, changes, reach, undo, requests, plus(notes, sentence));
    }

    /// The same with what is there now, and what becomes of it.
    public Preview state(@Nullable ObjectNode present, @Nullable ObjectNode different) {
        return new Preview(target, present, different, reach, undo, requests, notes);
    }

    /// The same with one more request that would be sent.
    public Preview request(ObjectNode request) {
        return new Preview(target, now, changes, reach, undo, plus(requests, request), notes);
    }

    private static <T> List<T> plus(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    @Override
    public ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        if (target != null) {
            json.put("target", target);
        }
        set(json, "now", now);
        set(json, "changes", changes);
        texts(json, "reach", reach);
        if (undo != null) {
            json.put("undo", undo);
        }
        if (!requests.isEmpty()) {
            json.putArray(REQUESTS).addAll(requests);
        }
        texts(json, "notes", notes);
        return json;
    }

    private static void set(ObjectNode json, String name, @Nullable ObjectNode value) {
        if (value != null && !value.isEmpty()) {
            json.set(name, value);
        }
    }

    private static void texts(ObjectNode json, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            var array = json.putArray(name);
            texts.forEach(array::add);
        }
    }
}
