package dev.oktamcp.server;

import dev.oktamcp.store.Token;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A request's path without the secret that may stand in it: `/mcp/{id}`, and what follows that
/// does not narrow it.
///
/// @param path what everything behind the edge sees in place of the path that was sent
/// @param token what stood in the path; null where it was not in the one form that is good
/// @param narrowing what the path says beside
public record ServerPath(String path, @Nullable Token token, Narrowing narrowing) {

    /// Where a path goes that could hold a secret and is not in that form. No id is so short.
    static final String NOWHERE = "/mcp/-";

    /// Of lower case, so that it can't hold a secret too.
    private static final String REST = "((?:/[a-z0-9-]{1,64}){0,4}/?)";

    private static final Pattern GOOD =
            Pattern.compile("/mcp/([a-z0-9-]{3,36}\\.[A-Za-z0-9_-]{20,100})" + REST);
    private static final Pattern WITHOUT_SECRET =
            Pattern.compile("/mcp/?|/mcp/([a-z0-9-]{3,36})" + REST);
    private static final Pattern SUSPICIOUS =
            Pattern.compile("mcp[^a-z0-9-]|[a-z0-9-]{3,36}\\.[a-z0-9_-]{20,}");
    private static final Pattern ESCAPE = Pattern.compile("%([0-9a-fA-F]{2})");
    private static final int MOST_ESCAPING = 4;

    /// Reads a path as it was sent, still encoded. There is one way to write a good one: whatever
    /// else leads to `/mcp/`, by escapes, parameters, doubled slashes or capitals, leads nowhere.
    public static ServerPath of(String sent) {
        var good = GOOD.matcher(sent);
        if (good.matches()) {
            var token = Token.parse(good.group(1)).orElseThrow();
            var behind = Narrowing.of(good.group(2));
            return new ServerPath("/mcp/" + token.id() + behind.rest(), token, behind.narrowing());
        }
        var harmless = WITHOUT_SECRET.matcher(sent).matches() || !suspicious(sent);
        return new ServerPath(harmless ? sent : NOWHERE, null, Narrowing.NONE);
    }

    private static boolean suspicious(String sent) {
        var text = sent;
        for (int i = 0; i < MOST_ESCAPING && text.contains("%"); i++) {
            text = ESCAPE.matcher(text).replaceAll(ServerPath::character);
        }
        return text.contains("%") || SUSPICIOUS.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    private static String character(MatchResult escape) {
        var character = String.valueOf((char) Integer.parseInt(escape.group(1), 16));
        return Matcher.quoteReplacement(character);
    }
}
