package dev.oktamcp.tool;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What other servers for Okta call their tools, and which of ours do the same: models and prompts
/// that know theirs find ours. `peer-tools.tsv` is the list.
@Component
public final class PeerNames {

    private static final String FILE = "peer-tools.tsv";
    private static final int NAME = 1;
    private static final int OURS = 2;

    private final Map<String, List<String>> ours = new HashMap<>();

    PeerNames() throws IOException {
        var text = new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
        for (var line : text.lines().skip(1).toList()) {
            var columns = line.split("\t", -1);
            ours.put(columns[NAME], names(columns[OURS]));
        }
    }

    private static List<String> names(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split(",", -1));
    }

    /// The names of our tools for one of another server's; empty where there is none.
    public List<String> ours(String name) {
        return ours.getOrDefault(name, List.of());
    }

    /// The same text, in which each name of another server's tool has become what ours are called,
    /// in words.
    public String inOurWords(String text) {
        return Stream.of(text.split("\\s+", -1)).map(this::words).collect(Collectors.joining(" "));
    }

    private String words(String word) {
        var names = ours(word);
        return names.isEmpty() ? word : String.join(" ", names).replace('_', ' ');
    }
}
