package dev.oktamcp.catalog;

import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.apache.lucene.util.automaton.Transition;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Makes a text that fits a regular expression, for examples.
final class PatternText {

    /// Letters and digits read better than what comes first in a range.
    private static final String PREFERRED = "a1e0";

    /// Ahead or behind, or by flags.
    private static final Pattern LOOKING = Pattern.compile("\\(\\?[^:]");

    private static final int MOST_STATES = 10_000;

    /// From a state, so many characters lead to no good end.
    private record DeadEnd(int state, int left) {}

    private final Automaton automaton;

    /// Without them, many ways would be gone many times.
    private final Set<DeadEnd> deadEnds = new HashSet<>();

    private PatternText(Automaton automaton) {
        this.automaton = automaton;
    }

    /// A text of one of these lengths; empty where there is none, or the expression has more than
    /// characters, classes, groups and repetitions in it.
    static Optional<String> fitting(String pattern, int shortest, int longest) {
        if (LOOKING.matcher(pattern).find()) {
            return Optional.empty();
        }
        var plain = pattern.replaceAll("^\\^|\\$$", "").replace("(?:", "(");
        try {
            var parsed = new RegExp(plain, RegExp.NONE).toAutomaton();
            var automaton = Operations.determinize(parsed, MOST_STATES);
            var ways = new PatternText(automaton);
            for (var length = shortest; length <= longest; length++) {
                var text = ways.from(0, length);
                if (text.isPresent()) {
                    return text;
                }
            }
            return Optional.empty();
        } catch (IllegalArgumentException | TooComplexToDeterminizeException _) {
            return Optional.empty();
        }
    }

    /// Goes as many characters on from a state; the first way that ends well is taken.
    private Optional<String> from(int state, int left) {
        if (left == 0) {
            return automaton.isAccept(state) ? Optional.of("") : Optional.empty();
        }
        if (deadEnds.contains(new DeadEnd(state, left))) {
            return Optional.empty();
        }
        var transition = new Transition();
        var count = automaton.initTransition(state, transition);
        for (int i = 0; i < count; i++) {
            automaton.getNextTransition(transition);
            var first = preferred(transition.min, transition.max);
            var rest = from(transition.dest, left - 1);
            if (rest.isPresent()) {
                return Optional.of(first + rest.get());
            }
        }
        deadEnds.add(new DeadEnd(state, left));
        return Optional.empty();
    }

    private static String preferred(int from, int to) {
        return PREFERRED
                .chars()
                .filter(character -> character >= from && character <= to)
                .mapToObj(Character::toString)
                .findFirst()
                .orElseGet(() -> Character.toString(Math.max(from, Math.min(to, ' '))));
    }
}
