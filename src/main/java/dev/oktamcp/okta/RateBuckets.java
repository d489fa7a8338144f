package dev.oktamcp.okta;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Which of Okta's rate-limit buckets an operation draws on: an exact path first, then the longest
/// beginning; what no rule names shares a bucket with its first two path segments.
@Component
final class RateBuckets {

    /// @param path exact, or a beginning where it ends with a star
    private record Rule(String bucket, Set<String> methods, String path) {

        boolean exact() {
            return !path.endsWith("*");
        }

        boolean fits(String method, String given) {
            return (methods.isEmpty() || methods.contains(method))
                    && (exact()
                            ? given.equals(path)
                            : given.startsWith(path.substring(0, path.length() - 1)));
        }
    }

    private static final int SEGMENTS_OF_API = 2;

    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, String> known = new ConcurrentHashMap<>();

    RateBuckets(JsonMapper json) throws IOException {
        try (var file = new ClassPathResource("rate-buckets.json").getInputStream()) {
            json.readTree(file).forEach(rule -> rules.add(rule(rule)));
        }
        rules.sort(
                Comparator.comparing(Rule::exact)
                        .thenComparing(rule -> rule.path().length())
                        .reversed());
    }

    private static Rule rule(JsonNode node) {
        return new Rule(
                node.required("bucket").stringValue(),
                node.path("methods")
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .collect(Collectors.toUnmodifiableSet()),
                node.required("path").stringValue());
    }

    String of(Operation operation) {
        return known.computeIfAbsent(
                operation.http() + " " + operation.path(), key -> find(operation));
    }

    private String find(Operation operation) {
        var path = operation.path().replaceAll("\\{[^}]*}", "{id}");
        return rules.stream()
                .filter(rule -> rule.fits(operation.http(), path))
                .map(Rule::bucket)
                .findFirst()
                .orElseGet(() -> shared(path));
    }

    /// `/api/v1` and `/governance/api/v1` say nothing yet.
    private static String shared(String path) {
        var segments = path.substring(path.indexOf("/v") + 1).split("/", -1);
        return String.join(
                "/", Arrays.copyOf(segments, Math.min(SEGMENTS_OF_API, segments.length)));
    }
}
