package dev.oktamcp.okta;

import java.util.List;

/// How the items of a list are wanted.
///
/// @param detailed whether they come whole; else without what is empty and what programs alone read
/// @param fields paths of the properties that are wanted, such as `profile.login`; empty for all
public record ItemFormat(boolean detailed, List<String> fields) {

    public static final ItemFormat CONCISE = new ItemFormat(false, List.of());
    public static final ItemFormat DETAILED = new ItemFormat(true, List.of());

    public ItemFormat {
        fields = List.copyOf(fields);
    }
}
