package dev.oktamcp.rest;

import org.jspecify.annotations.Nullable;

/// Which part of a list is asked for.
///
/// @param after the key of the last item of the page before; null for the first page
/// @param limit 1 to 200
/// @param path of the list, to which its cursors are bound
public record PageQuery(@Nullable String after, int limit, String path) {}
