package dev.oktamcp.server;

import java.util.List;
import java.util.Set;

/// TEMPORARY
final class HiddenFields {
    private HiddenFields() {}

    static void warnings(Set<String> hidden, List<String> warnings) {}
}
