package dev.oktamcp.okta;

import tools.jackson.databind.JsonNode;

/// How much more an answer takes. One item always fits: SHAPE says so where it is too large.
final class Room {

    /// Below what an answer may have, since a page stands in one.
    private static final int MAX_CHARACTERS = 120_000;

    private final boolean counts;
    private int items;
    private int characters = MAX_CHARACTERS;
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
            characters -= JsonLength.of(item) + 1;
        }
        if (items == 0 || (characters < 0 && !empty)) {
            items = 0;
            return false;
        }
        items--;
        empty = false;
        return true;
    }
}
