package dev.oktamcp.server;

import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.OperationFacts;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What stands in a URL behind the secret and makes it show less: `/x/{toolset}`, `/readonly`, or
/// both, in this order. It never shows more than the server's own filter does.
///
/// @param toolset null where all of them are shown
public record Narrowing(@Nullable Toolset toolset, boolean readOnly) {

    /// All that the server shows.
    public static final Narrowing NONE = new Narrowing(null, false);

    private static final Pattern PATH = Pattern.compile("(?:/x/([a-z-]+))?(/readonly)?(/.*)?");

    /// @param narrowing what it says
    /// @param rest what follows
    record Read(Narrowing narrowing, String rest) {}

    /// Reads it from the beginning of what stands behind the secret. A toolset that there is not is
    /// no narrowing: the path leads nowhere then.
    static Read of(String behind) {
        var parts = PATH.matcher(behind);
        if (!parts.matches()) {
            return new Read(NONE, behind);
        }
        var named = parts.group(1);
        var toolset = toolset(named);
        if (named != null && toolset.isEmpty()) {
            return new Read(NONE, behind);
        }
        var rest = parts.group(3) == null ? "" : parts.group(3);
        return new Read(new Narrowing(toolset.orElse(null), parts.group(2) != null), rest);
    }

    private static Optional<Toolset> toolset(@Nullable String tag) {
        return Stream.of(Toolset.values()).filter(each -> each.tag().equals(tag)).findFirst();
    }

    /// @param across a toolset that crosses areas, for one of whose tools the operation is
    boolean allows(OperationFacts operation, @Nullable Toolset across) {
        return (!readOnly || operation.effect() == Effect.READ)
                && (toolset == null
                        || toolset == across
                        || operation.tags().contains(toolset.tag()));
    }

    /// As it stands in the URL; empty where it shows all.
    public String path() {
        return (toolset == null ? "" : "/x/" + toolset.tag()) + (readOnly ? "/readonly" : "");
    }
}
