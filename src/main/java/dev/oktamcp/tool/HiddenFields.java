package dev.oktamcp.tool;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The profile attributes that an MCP server hides, and how to see that a text reads one of them.
/// Whatever is not clear counts as reading: a refusal too many costs a question, a value costs a
/// secret.
public final class HiddenFields {

    /// An address reads nothing, though `ada.title@example.com` looks so. Behind a `$` or a bracket
    /// it may be a template.
    private static final Pattern ADDRESS =
            Pattern.compile("(?<![^\\s\"'<,;:=(])[A-Za-z0-9][\\w.+-]*@[\\w.-]+");

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final String QUOTE = "\\s*\\\\*[\"'`]\\s*";

    private static final HiddenFields NONE = new HiddenFields(Set.of());

    private final Set<String> names;
    private final Pattern word;
    private final Pattern reference;
    private final Pattern compared;

    private HiddenFields(Set<String> names) {
        this.names = names;
        var any = names.stream().map(Pattern::quote).collect(Collectors.joining("|", "(", ")"));
        this.word = pattern("(?<!\\w)" + any + "(?!\\w)");
        this.reference =
                pattern(
                        "\\.\\s*(?:get_?)?%1$s(?!\\w)|[\\[(]%2$s%1$s%2$s|\\[\\s*%1$s\\s*]|^/(?:\\S*/)?%1$s(?:/\\S*)?$"
                                .formatted(any, QUOTE));
        this.compared =
                pattern(QUOTE + any + QUOTE + "\\s+(?:eq|ne|gt|ge|lt|le|sw|ew|co|pr)(?!\\w)");
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// @param names as Okta's schemas have them, in any case
    static HiddenFields of(Collection<String> names) {
        if (names.isEmpty()) {
            return NONE;
        }
        return new HiddenFields(
                names.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /// Those that are hidden from a caller.
    public static HiddenFields of(Caller caller) {
        return of(caller.filter().hiddenFields());
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    public boolean contains(String name) {
        return names.contains(name.toLowerCase(Locale.ROOT));
    }

    /// Whether the name of a value that Okta names as it likes speaks of a hidden attribute, such
    /// as `oldMobilePhone`.
    public boolean partOf(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return names.stream().anyMatch(hidden -> hidden.length() > 3 && lower.contains(hidden))
                || namedIn(name).isPresent();
    }

    /// The attribute that a text names, in whatever form.
    public Optional<String> namedIn(String text) {
        return found(word, folded(text));
    }

    /// The attribute that a text refers to: behind a dot, in brackets, as a JSON pointer.
    public Optional<String> readBy(String text) {
        return found(reference, folded(ADDRESS.matcher(text).replaceAll(" ")));
    }

    /// The attribute that a query or an expression names outside of what it compares with.
    Optional<String> usedBy(String query) {
        var referred = readBy(query).or(() -> found(compared, folded(query)));
        return referred.or(() -> namedIn(withoutValues(query)));
    }

    /// Where it is not certain that Okta ends a quotation where we do, all of it counts.
    private static String withoutValues(String query) {
        var plain = query.chars().noneMatch(c -> c == '\'' || c == '`' || c == '\\');
        var even = query.chars().filter(c -> c == '"').count() % 2 == 0;
        return plain && even ? QUOTED.matcher(query).replaceAll("\"\"") : query;
    }

    /// Other forms of the same letters, and characters that nobody sees, make no other name.
    private static String folded(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return INVISIBLE.matcher(plain).replaceAll("");
    }

    private Optional<String> found(Pattern pattern, String text) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return Optional.of(matcher.group(group));
            }
        }
        return Optional.empty();
    }
}
