package dev.oktamcp.tool;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes secrets out of lines that others wrote, for example Tomcat, which knows a request before
/// we do: the secret of a server token or API token (its id stays), and what stands behind
/// `Bearer`, `DPoP` or `SSWS`.
public final class SafeText {

    private static final String SLASHES = "(?:[/\\\\]|%(?:25)*(?:2[fF]|5[cC]))";
    private static final String DOT = "(?:\\.|%(?:25)*2[eE])";

    /// Behind `/mcp/` nothing but an id can stay, however it is written.
    private static final Pattern PATH =
            Pattern.compile(
                    "(%1$s(?i:mcp))(?:;[^/\\s\"]*+)?((?:%1$s)++)(?:;[^/\\s\"]*+(?:%1$s)++)*+([A-Za-z0-9_.~%%!$&()+,;=:@|^-]++)"
                            .formatted(SLASHES));

    private static final Pattern KNOWN_ID =
            Pattern.compile("([a-z0-9-]{1,36})(?:\\.|(%s.+))?".formatted(DOT));

    /// A token that stands alone. What is all lower case is no secret but a word, such as the name
    /// of a setting; what follows a dot or a letter is the name of a class; and what is written as
    /// a label of DNS, with another one behind it, is the name of a host.
    private static final Pattern ALONE =
            Pattern.compile(
                    "(?:(?<![A-Za-z0-9.-])|(?<=%%2[fF])|(?<=\u001B\\[[0-9;]{0,9}m))([a-z0-9-]{3,36})%s(?![a-z0-9-]++\\.[a-z])(?=[a-z-]*+[A-Z0-9_%%])[A-Za-z0-9_%%-]{20,}"
                            .formatted(DOT));

    private static final Pattern CREDENTIALS =
            Pattern.compile("(?i)\\b(bearer|dpop|ssws)(\\s+)[^\\s\",\\]]{16,}");

    private SafeText() {}

    /// The text without secrets.
    public static String of(String text) {
        var safe = text;
        if (holds(text, "/\\%") && namesMcp(text)) {
            safe = PATH.matcher(safe).replaceAll(SafeText::path);
        }
        if (holds(text, ".%")) {
            safe = ALONE.matcher(safe).replaceAll("$1." + Redacted.MARK);
        }
        return holds(text, " \t\n\u000B\f\r")
                ? CREDENTIALS.matcher(safe).replaceAll("$1$2" + Redacted.MARK)
                : safe;
    }

    /// Most headers and ids lack what a pattern needs, and to look for a character is much less
    /// work.
    private static boolean holds(String text, String characters) {
        for (int i = 0; i < characters.length(); i++) {
            if (text.indexOf(characters.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean namesMcp(String text) {
        for (int i = 0; i + 3 <= text.length(); i++) {
            if (text.regionMatches(true, i, "mcp", 0, 3)) {
                return true;
            }
        }
        return false;
    }

    private static String path(MatchResult found) {
        var known = KNOWN_ID.matcher(found.group(3));
        var begin = found.group(1) + found.group(2);
        if (!known.matches()) {
            return Matcher.quoteReplacement(begin + Redacted.MARK);
        }
        var secret = known.group(2) != null;
        return Matcher.quoteReplacement(
                begin + (secret ? known.group(1) + "." + Redacted.MARK : found.group(3)));
    }
}
