package dev.oktamcp.okta;

import org.jspecify.annotations.Nullable;

/// How much of a list is wanted, from where on, and what of its items.
///
/// @param limit items on the page, 1 to 200
/// @param cursor where to go on, as the page before said; null for the first page
/// @param all whether page after page is wanted, up to the list's end or what an answer holds
public record PageRequest(int limit, @Nullable String cursor, boolean all, ItemFormat format) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    /// The same from elsewhere on.
    public PageRequest from(@Nullable String otherCursor) {
        return new PageRequest(limit, otherCursor, all, format);
    }
}
