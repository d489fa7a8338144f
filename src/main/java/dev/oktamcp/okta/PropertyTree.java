package dev.oktamcp.okta;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/// Properties by their paths, and whether each is shown. What has no word of its own follows what
/// it stands in.
final class PropertyTree {

    private final Map<String, PropertyTree> below = new HashMap<>();
    private @Nullable String path;
    private @Nullable Boolean shown;

    /// @param path names with dots between them
    void mark(String path, boolean shown) {
        var tree = this;
        for (var name : path.split("\\.", -1)) {
            tree = tree.below.computeIfAbsent(name, _ -> new PropertyTree());
        }
        tree.path = path;
        tree.shown = shown;
    }

    @Nullable PropertyTree below(String name) {
        return below.get(name);
    }

    /// Whether it says nothing of what stands inside.
    boolean isLeaf() {
        return below.isEmpty();
    }

    boolean shown(boolean otherwise) {
        return shown == null ? otherwise : shown;
    }

    /// As it was marked; null where only something inside is.
    @Nullable String path() {
        return path;
    }
}
