package dev.oktamcp.okta.compiler;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// The patterns of texts, as every reader of JSON Schema understands them.
final class Patterns {

    /// By which Okta can't mean what they say.
    private static final Set<String> WRONG =
            Set.of(
                    // One character, where the length goes to 75.
                    "^[a-zA-Z0-9.\\-_]$",
                    // Nothing but "P", where a duration such as P30D is meant.
                    "^P(?:$)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?:\\d)(\\d+H)?(\\d+M)?(\\d+S)?)?$");

    private static final String ANY_CASE = "(?i)";
    private static final Pattern CLASS = Pattern.compile("\\[([^]\\\\]*)]");

    private Patterns() {}

    /// Empty where a document says something that is no pattern, or a wrong one.
    static Optional<String> of(String pattern) {
        if (pattern.isEmpty() || WRONG.contains(pattern) || !compiles(pattern)) {
            return Optional.empty();
        }
        return Optional.of(pattern.startsWith(ANY_CASE) ? written(pattern) : pattern);
    }

    /// JavaScript knows no flags inside of a pattern, so that both cases are written out.
    private static String written(String pattern) {
        return CLASS.matcher(pattern.substring(ANY_CASE.length())).replaceAll(Patterns::bothCases);
    }

    private static String bothCases(MatchResult found) {
        var lower = found.group(1);
        var upper = lower.toUpperCase(Locale.ROOT);
        return "[" + lower + (upper.equals(lower) ? "" : upper) + "]";
    }

    private static boolean compiles(String pattern) {
        try {
            return !Pattern.compile(pattern).pattern().isEmpty();
        } catch (PatternSyntaxException _) {
            return false;
        }
    }
}
