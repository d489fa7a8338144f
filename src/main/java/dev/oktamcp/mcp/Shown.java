package dev.oktamcp.mcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What of each list a caller is shown, as digests that are the same at every replica.
///
/// @param tools 16 hexadecimal digits, as the others
/// @param resources and their templates
record Shown(String tools, String prompts, String resources) {

    private static final Pattern TEXT =
            Pattern.compile("([0-9a-f]{16})([0-9a-f]{16})([0-9a-f]{16})");

    static Optional<Shown> parse(String text) {
        var parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new Shown(parts.group(1), parts.group(2), parts.group(3)))
                : Optional.empty();
    }

    /// In one run: with a dot between them, clients could not send it back (see `SafeText`).
    String text() {
        return tools + prompts + resources;
    }

    /// The notifications by which a client that has seen others is told, as far as it wants them.
    List<String> news(Shown before, Wanted wanted) {
        var news = new ArrayList<String>();
        if (wanted.tools() && !tools.equals(before.tools)) {
            news.add("notifications/tools/list_changed");
        }
        if (wanted.prompts() && !prompts.equals(before.prompts)) {
            news.add("notifications/prompts/list_changed");
        }
        if (wanted.resources() && !resources.equals(before.resources)) {
            news.add("notifications/resources/list_changed");
        }
        return news;
    }

    /// Of which lists a client wants to hear that they have changed.
    record Wanted(boolean tools, boolean prompts, boolean resources) {

        static final Wanted ALL = new Wanted(true, true, true);
    }
}
