package dev.oktamcp.catalog;

import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words that can be found at all, and how often each is there.
final class SearchVocabulary {

    /// Shorter words have too many neighbours.
    private static final int SHORTEST_MISSPELT = 5;

    private final Map<String, Integer> uses = new HashMap<>();

    void add(Collection<Set<String>> words) {
        words.forEach(word -> word.forEach(meaning -> uses.merge(meaning, 1, Integer::sum)));
    }

    /// What is probably meant by a word that is nowhere: the most frequent one with the same first
    /// letter that is one letter off, or that has two neighbouring letters swapped.
    Optional<String> meantBy(String word) {
        if (word.length() < SHORTEST_MISSPELT || uses.containsKey(word)) {
            return Optional.empty();
        }
        var near = new CharacterRunAutomaton(new LevenshteinAutomata(word, true).toAutomaton(1));
        return uses.keySet().stream()
                .filter(known -> known.charAt(0) == word.charAt(0))
                .filter(near::run)
                .max(Comparator.<String>comparingInt(uses::get).thenComparing(known -> known));
    }
}
