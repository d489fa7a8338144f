package dev.oktamcp.okta;

import dev.oktamcp.tool.TextSize;

import tools.jackson.databind.JsonNode;

/// How much more an answer takes. One item always fits: SHAPE says so where it is too large.
final class Room {

    /// Below what an answer may have (SHAPE), since a page stands in one and what is redacted or
    /// withheld may grow. Lists end by their tokens long before: concise users at some 60,000
    /// characters, lists of ids and times at 35,000; only plain prose gets to the 120,000.
    private static final int MAX_CHARACTERS = 120_000;

    private static final int MAX_TOKENS = 22_000;

    private final boolean counts;
    private final TextSize size = new TextSize();
    private int items;
    private boolean empty = true;

    private Room(int items, boolean counts) {
        this.items = items;
        this.counts = counts;
    }

    /// As many items as asked for, as long as an answer holds them.
    static Room of(int items) {
        return new Room(items, true);
    }

    /// For items that are not handed out whole, such as those that are counted.
    static Room uncounted(int items) {
        return new Room(items, false);
    }

    boolean full() {
        return items == 0;
    }

    boolean empty() {
        return empty;
    }

    /// Why nothing more is taken.
    String note() {
        return counts ? "The answer is full." : "More than is looked at in one go.";
    }

    /// @return whether it was taken in; once one was not, nothing else is
    boolean takes(JsonNode item) {
        if (counts) {
            JsonSize.add(item, size);
            size.add(',');
        }
        if (items == 0 || (!empty && tooLarge())) {
            items = 0;
            return false;
        }
        items--;
        empty = false;
        return true;
    }

    private boolean tooLarge() {
        return size.characters() > MAX_CHARACTERS || size.tokens() > MAX_TOKENS;
    }
}
