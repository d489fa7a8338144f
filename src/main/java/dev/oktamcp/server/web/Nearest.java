package dev.oktamcp.server.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Which known names somebody may have meant: by the number of letters to change (Levenshtein).
final class Nearest {

    private static final int MOST = 3;

    private Nearest() {}

    /// At most three names, the nearest first; none that has little in common.
    static List<String> to(String given, Collection<String> known) {
        var word = given.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name -> distance(word, name.toLowerCase(Locale.ROOT)) <= allowed(name))
                .sorted(
                        Comparator.<String>comparingInt(
                                        name -> distance(word, name.toLowerCase(Locale.ROOT)))
                                .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    private static int allowed(String name) {
        return Math.max(2, name.length() / 2);
    }

    private static int distance(String from, String to) {
        var row = new int[to.length() + 1];
        for (var j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= from.length(); i++) {
            nextRow(row, from.charAt(i - 1), to, i);
        }
        return row[to.length()];
    }

    private static void nextRow(int[] row, char letter, String to, int i) {
        var diagonal = row[0];
        row[0] = i;
        for (var j = 1; j < row.length; j++) {
            var replaced = diagonal + (letter == to.charAt(j - 1) ? 0 : 1);
            diagonal = row[j];
            row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
        }
    }
}
