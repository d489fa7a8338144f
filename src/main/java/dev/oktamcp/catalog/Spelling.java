package dev.oktamcp.catalog;

import java.util.regex.Pattern;

/// The words in a name that is written without blanks, such as `userId` or `log-streams`.
final class Spelling {

    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])");

    private Spelling() {}

    /// With one blank between two words.
    static String apart(String name) {
        return BETWEEN_WORDS.matcher(name).replaceAll(" ");
    }
}
