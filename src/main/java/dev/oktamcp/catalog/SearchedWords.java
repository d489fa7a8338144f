package dev.oktamcp.catalog;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The words of a query that can be part of a name. None has a character that means something in a
/// search expression.
final class SearchedWords {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}@._'+-]+");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 60;
    private static final int MOST = 4;

    private SearchedWords() {}

    /// The first four.
    static List<String> of(String query) {
        return BETWEEN.splitAsStream(query)
                .filter(word -> word.length() >= SHORTEST && word.length() <= LONGEST)
                .distinct()
                .limit(MOST)
                .toList();
    }

    /// How many of them a text has.
    static long in(String text, List<String> words) {
        var lower = text.toLowerCase(Locale.ROOT);
        return words.stream().filter(word -> lower.contains(word.toLowerCase(Locale.ROOT))).count();
    }
}
