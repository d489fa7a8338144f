package dev.oktamcp.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.tool.ToolCatalog;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `peer-tools.tsv`, and what it is good for.
@ServerTest
class PeerNamesTests {

    private final TestServers servers;
    private final ToolCatalog catalog;

    PeerNamesTests(@Autowired TestServers servers, @Autowired ToolCatalog catalog) {
        this.servers = servers;
        this.catalog = catalog;
    }

    private record Row(String peer, String name, String ours, String remark) {

        static Row of(String line) {
            var columns = line.split("\t", -1);
            assertThat(columns).as(line).hasSize(4);
            return new Row(columns[0], columns[1], columns[2], columns[3]);
        }

        Stream<String> tools() {
            return ours.isEmpty() ? Stream.of() : Stream.of(ours.split(",", -1));
        }
    }

    private static List<Row> rows() throws IOException {
        var lines = Files.readAllLines(Path.of("src/main/resources/peer-tools.tsv"));
        assertThat(lines.getFirst()).isEqualTo("peer\tname\tours\tremark");
        return lines.stream().skip(1).map(Row::of).toList();
    }

    private static String unknown(String url, String tool) {
        var result = RawClient.connected(url).call(tool, Map.of());
        return result.response().at("/error/message").asString("");
    }

    /// As many as each was counted to have; Truto and the others with those that are named in
    /// public.
    @Test
    void knowsEveryToolOfEveryPeer() throws IOException {
        assertThat(rows().stream().collect(Collectors.groupingBy(Row::peer, Collectors.counting())))
                .isEqualTo(
                        Map.of(
                                "okta", 109L,
                                "fctr", 18L,
                                "em-python", 33L,
                                "truto", 12L,
                                "okta-managed", 8L,
                                "others", 5L));
    }

    @Test
    void knowsEachNameOnce() throws IOException {
        assertThat(rows()).extracting(Row::name).doesNotHaveDuplicates().doesNotContain("");
    }

    @Test
    void leadsOnlyToToolsThatThereAre() throws IOException {
        assertThat(rows().stream().flatMap(Row::tools))
                .allSatisfy(tool -> assertThat(catalog.find(tool)).as(tool).isPresent());
    }

    @Test
    void saysWhyThereIsNoneOfOurs() throws IOException {
        assertThat(rows())
                .filteredOn(row -> row.ours().isEmpty())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.remark()).as(row.name()).isNotEmpty());
    }

    @Test
    void whoAsksForATheirsHearsOfOurs() {
        var url = servers.full();

        assertThat(unknown(url, "list_okta_users"))
                .isEqualTo("Unknown tool: list_okta_users. Here it is called list_users");
        assertThat(unknown(url, "okta_user_search"))
                .isEqualTo(
                        "Unknown tool: okta_user_search. Here it is called find_user or"
                                + " list_users");
        assertThat(unknown(url, "list_csv_files")).isEqualTo("Unknown tool: list_csv_files");
    }

    @Test
    void hearsOnlyOfWhatTheCallerHas() {
        var filter =
                new Filter(Set.of("read"), Set.of("groups", "apps"), Set.of(), Set.of(), Set.of());
        var url = servers.with(filter);

        assertThat(unknown(url, "okta_users_suspend"))
                .isEqualTo("Unknown tool: okta_users_suspend");
        assertThat(unknown(url, "confirm_delete_group"))
                .isEqualTo("Unknown tool: confirm_delete_group");
        assertThat(unknown(url, "okta_group_management"))
                .contains("list_groups or get_group or list_group_users")
                .doesNotContain("create_group");
    }

    @Test
    void findsOperationsByWhatOthersCallThem() {
        var found =
                RawClient.connected(servers.full())
                        .call("search_operations", Map.of("query", "create_sod_risk_rule"))
                        .value();

        assertThat(found.at("/operations/0/operation").asString("")).isEqualTo("createRiskRule");
    }
}
