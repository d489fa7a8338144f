package dev.oktamcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.tool.CredentialKind;
import dev.oktamcp.tool.KnownOperations;
import dev.oktamcp.tool.OperationFacts;
import dev.oktamcp.tool.ToolCatalog;
import dev.oktamcp.tool.ToolDefinition;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/// The filter's formula a second time, read from the specification and from the data file alone,
/// against the filter: random configurations, every operation, every tool.
@ServerTest
class FilterFormulaTests {

    private static final int CONFIGURATIONS = 1500;
    private static final List<String> METHODS =
            List.of("read", "write", "list", "get", "create", "update", "delete", "custom");

    private final Random random = new Random(20_261_121);
    private final Map<String, JsonNode> operations = new HashMap<>();
    private final List<String> tags;
    private final List<String> scopes;
    private final List<String> tools = new ArrayList<>();
    private final KnownOperations known;
    private final ToolCatalog catalog;

    FilterFormulaTests(@Autowired KnownOperations known, @Autowired ToolCatalog catalog)
            throws IOException {
        this.known = known;
        this.catalog = catalog;
        catalog.all().forEach(tool -> tools.add(tool.definition().name()));
        try (var file = new ClassPathResource("operations.json").getInputStream()) {
            for (var operation : JsonMapper.shared().readTree(file).required("operations")) {
                operations.put(operation.required("id").asString(), operation);
            }
        }
        tags = distinct("tags");
        scopes = distinct("scopes");
    }

    private List<String> distinct(String field) {
        var all = new HashSet<String>();
        operations.values().forEach(o -> o.required(field).forEach(v -> all.add(v.asString())));
        return all.stream().sorted().toList();
    }

    /// One configuration, with what the connection's credentials can do.
    private record Case(
            Set<String> methods,
            Set<String> tags,
            Set<String> include,
            Set<String> exclude,
            CredentialKind credential,
            @Nullable Set<String> granted) {

        ServerFilter filter() {
            var filter = new Filter(methods, tags, include, exclude, Set.of());
            return new ServerFilter(Config.of(filter), Set.of(), credential, granted);
        }
    }

    private Case randomCase() {
        var oauth = random.nextBoolean();
        var excluded = new ArrayList<>(operations.keySet());
        excluded.addAll(tools);
        return new Case(
                some(METHODS, random.nextInt(4)),
                random.nextInt(3) == 0 ? Set.of() : some(tags, 1 + random.nextInt(6)),
                random.nextInt(3) == 0 ? some(tools, 1 + random.nextInt(10)) : Set.of(),
                random.nextInt(2) == 0 ? some(excluded, random.nextInt(80)) : Set.of(),
                oauth ? CredentialKind.OAUTH : CredentialKind.API_TOKEN,
                oauth ? some(scopes, random.nextInt(scopes.size())) : null);
    }

    private Set<String> some(List<String> words, int count) {
        var some = new HashSet<String>();
        for (var i = 0; i < count; i++) {
            some.add(words.get(random.nextInt(words.size())));
        }
        return some;
    }

    @Test
    void agreesOnEveryOperationAndEveryTool() {
        assertThat(known.all()).hasSameSizeAs(operations.values());
        var allowed = 0;
        var visible = 0;
        for (var i = 0; i < CONFIGURATIONS; i++) {
            var given = randomCase();
            var filter = given.filter();
            for (var operation : known.all()) {
                var expected = allowed(entry(operation), given);
                assertThat(filter.refuses(operation).isEmpty())
                        .as("%s through %s", operation.id(), given)
                        .isEqualTo(expected);
                allowed += expected ? 1 : 0;
            }
            for (var tool : catalog.all()) {
                var expected = visible(tool.definition(), given);
                assertThat(filter.hides(tool.definition()).isEmpty())
                        .as("%s through %s", tool.definition().name(), given)
                        .isEqualTo(expected);
                visible += expected ? 1 : 0;
            }
        }
        assertThat(allowed).isGreaterThan(CONFIGURATIONS * 10);
        assertThat(visible).isGreaterThan(CONFIGURATIONS);
    }

    private JsonNode entry(OperationFacts operation) {
        return Objects.requireNonNull(operations.get(operation.id()));
    }

    private static boolean allowed(JsonNode operation, Case given) {
        var method = operation.required("method").asString().toLowerCase(Locale.ROOT);
        var reads = operation.required("effect").asString().equals("READ");
        var byMethod = given.methods().contains(method);
        byMethod |= given.methods().contains("read") && reads;
        byMethod |=
                given.methods().contains("write")
                        && List.of("create", "update", "delete").contains(method);
        var byTag = given.tags().isEmpty();
        for (var tag : operation.required("tags")) {
            byTag |= given.tags().contains(tag.asString());
        }
        var excluded = given.exclude().contains(operation.required("id").asString());
        var kind = given.credential().name();
        var fits = false;
        for (var credential : operation.required("credentials")) {
            fits |= credential.asString().equals(kind);
        }
        return byMethod && byTag && !excluded && scoped(operation, given.granted()) && fits;
    }

    /// A scope to manage is one to read too.
    private static boolean scoped(JsonNode operation, @Nullable Set<String> granted) {
        if (granted == null) {
            return true;
        }
        for (var needed : operation.required("scopes")) {
            var scope = needed.asString();
            var manage =
                    scope.endsWith(".read")
                            ? scope.substring(0, scope.length() - ".read".length()) + ".manage"
                            : scope;
            if (!granted.contains(scope) && !granted.contains(manage)) {
                return false;
            }
        }
        return true;
    }

    private boolean visible(ToolDefinition tool, Case given) {
        for (var operation : tool.requires()) {
            if (!allowed(entry(operation), given)) {
                return false;
            }
        }
        var reached = tool.reaches();
        var leads = reached.isEmpty() || reached.stream().anyMatch(each -> visible(each, given));
        var included = given.include().isEmpty() || given.include().contains(tool.name());
        return leads && included && !given.exclude().contains(tool.name());
    }
}
