package dev.oktamcp.tool;

import java.util.Locale;

/// What an operation does to its resource, as a server's filter names it.
public enum Method {
    /// GET of a collection.
    LIST,
    /// Any other GET.
    GET,
    /// POST to a collection.
    CREATE,
    /// PUT, PATCH, or POST to an item.
    UPDATE,
    DELETE,
    /// Any other POST.
    CUSTOM;

    /// The name in a filter, for example `list`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
