package dev.oktamcp.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.okta.Operation;
import dev.oktamcp.okta.Operations;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.server.ToolExposure;
import dev.oktamcp.simulation.SimulatedOrg;
import dev.oktamcp.tool.ToolCatalog;
import dev.oktamcp.tool.Toolset;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/// The list, the search and the call see the same, whatever the filter is.
@ServerTest
class FilterAgreementTests {

    private static final Set<String> GENERIC =
            Set.of(
                    "search_operations",
                    "describe_operation",
                    "call_read",
                    "call_change",
                    "call_destroy");

    private static final List<List<String>> METHODS =
            List.of(
                    List.of("read"),
                    List.of("read", "write"),
                    List.of("read", "write", "custom"),
                    List.of("list"),
                    List.of("get", "create"),
                    List.of("delete", "custom"));

    /// Four calls each, within a server's calls per minute.
    private static final int OPERATIONS = 25;

    private final SimulatedOrg org;
    private final TestServers servers;
    private final List<Operation> operations;
    private final OperationWords words;
    private final ToolCatalog catalog;

    FilterAgreementTests(
            @Autowired SimulatedOrg org,
            @Autowired TestServers servers,
            @Autowired Operations operations,
            @Autowired OperationWords words,
            @Autowired ToolCatalog catalog) {
        this.org = org;
        this.servers = servers;
        this.operations = List.copyOf(operations.all());
        this.words = words;
        this.catalog = catalog;
    }

    private Filter filter(Random random) {
        var include = new HashSet<String>();
        if (random.nextInt(3) == 0) {
            some(random, 200).forEach(operation -> include.add(operation.tool()));
            include.addAll(GENERIC);
        }
        var exclude = new HashSet<String>();
        some(random, 40).forEach(operation -> exclude.add(operation.tool()));
        some(random, 40).forEach(operation -> exclude.add(operation.id()));
        GENERIC.stream()
                .filter(name -> name.startsWith("call_") && random.nextInt(4) == 0)
                .forEach(exclude::add);
        var methods = METHODS.get(random.nextInt(METHODS.size()));
        return new Filter(Set.copyOf(methods), tags(random), include, exclude, Set.of());
    }

    private static Set<String> tags(Random random) {
        var all = new ArrayList<>(Arrays.asList(Toolset.values()));
        Collections.shuffle(all, random);
        return random.nextInt(3) == 0
                ? Set.of()
                : Set.copyOf(all.stream().limit(12).map(Toolset::tag).toList());
    }

    private List<Operation> some(Random random, int count) {
        return Stream.generate(() -> operations.get(random.nextInt(operations.size())))
                .limit(count)
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void listSearchAndCallAgree(long seed) {
        var random = new Random(seed);
        var config = new Config(filter(random), ToolExposure.ALL, false);
        var client = RawClient.connected(servers.with(config, null));
        var listed = Set.copyOf(client.toolNames());

        for (var operation : some(random, OPERATIONS)) {
            if (!isOwnName(operation)) {
                continue; // what replaces it may need more, and is looked at by FilterFormulaTests
            }
            var callable = isCallable(operation, client);
            var description = "%s through %s".formatted(operation.id(), config);
            assertThat(isFound(operation, client)).as(description).isEqualTo(callable);
            assertThat(listed.contains(operation.tool())).as(description).isEqualTo(callable);
        }
        assertThat(org.requests()).isEmpty();
    }

    /// Called with what no operation takes, it is refused for that, or is not there. Where the tool
    /// for its effect is excluded, its own is the way.
    private static boolean isCallable(Operation operation, RawClient client) {
        var nothing = Map.of("noSuchParameter", true);
        var byName = client.call(operation.tool(), nothing).response().toString();
        var isThere = !byName.contains("Unknown tool: ");
        var through = "call_" + operation.facts().effect().word();
        var result =
                client.call(through, Map.of("operation", operation.id(), "arguments", nothing));
        if (!result.response().toString().contains("Unknown tool: call_")) {
            var expected = isThere ? "INVALID_ARGUMENTS" : "UNKNOWN_OPERATION";
            assertThat(result.code()).as(operation.id()).isEqualTo(expected);
        }
        return isThere;
    }

    /// And by what it says it is called, it can be.
    private boolean isFound(Operation operation, RawClient client) {
        var query = operation.id() + " " + words.sentence(operation);
        var found = client.call("search_operations", Map.of("query", query)).value();
        for (var each : found.path("operations")) {
            if (each.path("operation").asString().equals(operation.id())) {
                assertThat(
                                client.call(
                                                each.path("call_by").asString(),
                                                Map.of("noSuchParameter", true))
                                        .response()
                                        .toString())
                        .as("%s", each)
                        .doesNotContain("Unknown tool: ");
                return true;
            }
        }
        return false;
    }

    /// Whether no tool that is written by hand, and may need more, stands in its place.
    private boolean isOwnName(Operation operation) {
        return catalog.find(operation.tool()).equals(catalog.ofOperation(operation.id()));
    }
}
