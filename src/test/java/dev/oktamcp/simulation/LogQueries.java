package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// What the System Log's `filter` and `q` understand.
final class LogQueries {

    private static final int MOST_KEYWORDS = 10;
    private static final int LONGEST_KEYWORD = 40;
    private static final Set<Operator> ALL = EnumSet.allOf(Operator.class);
    private static final Set<Operator> NO_CONTAINS = EnumSet.complementOf(EnumSet.of(Operator.CO));

    /// Every attribute but `published` and the change details.
    private static final String PLACE =
            "geographicalContext\\.(city|state|country|postalCode|geolocation\\.(lat|lon))";

    private static final String ATTRIBUTE =
            String.join(
                    "|",
                    "uuid|eventType|version|severity|legacyEventType|displayMessage",
                    "(actor|target)\\.(id|type|alternateId|displayName|detailEntry\\..+)",
                    "client\\.(id|ipAddress|zone|device|userAgent\\.(rawUserAgent|os|browser))",
                    "client\\." + PLACE,
                    "device\\..+",
                    "authenticationContext\\.(authenticationProvider|credentialProvider)",
                    "authenticationContext\\.(credentialType|issuer\\..+|interface)",
                    "authenticationContext\\.(authenticationStep|externalSessionId|rootSessionId)",
                    "outcome\\.(result|reason)",
                    "transaction\\.(id|type|detail\\..+)",
                    "debugContext\\.debugData\\..+",
                    "securityContext\\.(asNumber|asOrg|isp|domain|isProxy)",
                    "request\\.ipChain\\.(ip|version|source|" + PLACE + ")");

    /// ASSUMPTION: case counts in values.
    private static final Dialect DIALECT = new Dialect(LogQueries::operators, true, true);

    private LogQueries() {}

    static Predicate<JsonNode> condition(Query query) {
        var filtered = query.get("filter").map(LogQueries::filter).orElse(_ -> true);
        return filtered.and(query.get("q").map(LogQueries::keywords).orElse(_ -> true));
    }

    private static Predicate<JsonNode> filter(String text) {
        try {
            return DIALECT.parse(text);
        } catch (BadExpression e) {
            if (e.isOperatorRefused()) {
                throw OktaError.of(ErrorCode.E0000031);
            }
            throw OktaError.badLogFilter(
                    e.reason().startsWith("field is not valid")
                            ? e.reason()
                            : "Invalid filter '" + text + "': " + e.reason());
        }
    }

    private static Set<Operator> operators(String attribute) {
        if (attribute.matches("debugContext\\.debugData\\.(url|requestUri)")) {
            return NO_CONTAINS;
        }
        return attribute.matches(ATTRIBUTE) ? ALL : Set.of();
    }

    /// All keywords must occur as whole words. ASSUMPTION: too many or too long keywords are
    /// refused like a bad search.
    private static Predicate<JsonNode> keywords(String text) {
        var keywords = Arrays.asList(text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
        if (keywords.size() > MOST_KEYWORDS
                || keywords.stream().anyMatch(keyword -> keyword.length() > LONGEST_KEYWORD)) {
            throw OktaError.of(ErrorCode.E0000031);
        }
        return event -> words(event).containsAll(keywords);
    }

    private static Set<String> words(JsonNode event) {
        var words = new HashSet<String>();
        addWords(event, words);
        return words;
    }

    private static void addWords(JsonNode node, Set<String> words) {
        if (node.isString()) {
            for (var word : node.stringValue().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
                words.add(word);
                words.addAll(Arrays.asList(word.split("-", -1)));
            }
        }
        node.forEach(inner -> addWords(inner, words));
    }
}
